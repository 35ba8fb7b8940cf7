import type { Database } from "@/lib/server/store/database";
