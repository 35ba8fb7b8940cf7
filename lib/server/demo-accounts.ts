import "server-only";
import type { Role } from "@/lib/contracts/session";
import { env, type Env } from "@/lib/server/env";

export type DemoAccount = {
  readonly email: string;
  readonly password: string;
  readonly role: Role;
  readonly label: string;
};

const accounts: readonly DemoAccount[] = [
  { email: "seller@demo.example", password: "demo-seller", role: "seller", label: "Demo seller" },
  {
    email: "seller-no-cost@demo.example",
    password: "demo-seller-no-cost",
    role: "seller-no-cost",
    label: "Demo seller without cost",
  },
  { email: "manager@demo.example", password: "demo-manager", role: "manager", label: "Demo manager" },
  { email: "admin@demo.example", password: "demo-admin", role: "admin", label: "Demo administrator" },
];

/** The accounts anybody may use while no vendor is configured; null outside of the demo, where they are refused. */
export function demoAccounts(settings: Env = env()): readonly DemoAccount[] | null {
  return settings.demo ? accounts : null;
}
