export type SavedViewTables = {
  saved_views: {
    id: string;
    owner_id: string;
    name: string;
    /** The search of the catalog's address, without its question mark. */
    search: string;
    /** 1 = everyone on the team may open it. */
    shared: number;
    created_at: string;
    updated_at: string;
  };
};
