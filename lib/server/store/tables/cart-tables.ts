export type CartTables = {
  carts: {
    id: string;
    owner_id: string;
    name: string;
    currency: string;
    version: number;
    /** The cart's lines as JSON; `cart_history` keeps the earlier ones for undo. */
    document: string;
    created_at: string;
    updated_at: string;
    deleted_at: string | null;
  };
  cart_history: {
    cart_id: string;
    version: number;
    document: string;
    label: string;
    user_id: string;
    at: string;
    /** 1 once an undo has passed it. */
    undone: number;
  };
};
