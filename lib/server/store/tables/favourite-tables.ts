export type FavouriteTables = {
  favourite_lists: {
    id: string;
    owner_id: string;
    name: string;
    /** 1 = everyone on the team may read it. */
    shared: number;
    created_at: string;
    updated_at: string;
  };
  favourite_items: {
    list_id: string;
    vendor: string;
    key: string;
    /** What it was called when it was added, for the day the vendor takes it away. */
    name: string;
    position: number;
    added_at: string;
  };
};
