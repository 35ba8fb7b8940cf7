import type { Role } from "@/lib/contracts/session";

/** Instants are ISO 8601 in UTC; booleans are 0 and 1; structured values are JSON text. */
export type AccountTables = {
  users: {
    id: string;
    email: string;
    name: string;
    role: Role;
    password_hash: string;
    /** 1 = made for the demo; refused outside of it. */
    demo: number;
    disabled_at: string | null;
    created_at: string;
  };
  sessions: {
    /** SHA-256 of the id in the cookie. */
    id_hash: string;
    user_id: string;
    created_at: string;
    last_seen_at: string;
    expires_at: string;
  };
  leases: { name: string; holder: string; fence: number; expires_at: string };
  counters: { name: string; value: number };
  settings: { key: string; value: string; updated_at: string };
  audit: {
    id: string;
    at: string;
    user_id: string | null;
    entity: string;
    entity_id: string;
    action: string;
    detail: string;
  };
  idempotency: {
    user_id: string;
    route: string;
    key: string;
    body_hash: string;
    status: number;
    response: string;
    created_at: string;
  };
};
