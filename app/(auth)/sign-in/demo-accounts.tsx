"use client";

import type { Role } from "@/lib/contracts/session";

export type DemoAccount = { email: string; password: string; role: Role; label: string };

const may: Record<Role, string> = {
  seller: "cost and margin",
  "seller-no-cost": "no costs",
  manager: "rules, all quotes",
  admin: "everything",
};

type DemoAccountsProps = {
  accounts: readonly DemoAccount[];
  chosen: string;
  onChoose: (account: DemoAccount) => void;
};

export function DemoAccounts({ accounts, chosen, onChoose }: DemoAccountsProps) {
  return (
    <section aria-labelledby="demo-accounts" className="panel bg-transparent p-1.5">
      <h2 id="demo-accounts" className="text-caption text-ink-muted px-2.5 pt-1.5 pb-1 font-medium">
        Demo data, demo accounts: one press fills the form
      </h2>
      <ul className="grid">
        {accounts.map((account) => (
          <li key={account.email}>
            <button
              type="button"
              aria-pressed={account.email === chosen}
              className="menu-item aria-pressed:bg-accent-wash"
              onClick={() => onChoose(account)}
            >
              <span className="font-medium">{account.label}</span>
              <span className="text-table text-ink-muted ml-auto">{may[account.role]}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
