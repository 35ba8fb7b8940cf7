import "server-only";
import type { Role } from "@/lib/contracts/session";
import { env, type Env, isLoopback } from "@/lib/server/env";

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

/** To say at the start, where more than this machine can reach the demo: its passwords are no secret. Else null. */
export function openDemoWarning(settings: Env): string | null {
  if (!settings.demo || isLoopback(settings.host)) return null;
  return [
    `WARNING: whoever can reach ${settings.host}:${settings.port} can sign in as the demo administrator.`,
    "No vendor is configured, so this is the demo and its accounts and passwords are shown on the sign-in page.",
    "Set a vendor's variables for real use, or HOST=127.0.0.1 to keep the demo on this machine.",
  ].join("\n");
}
