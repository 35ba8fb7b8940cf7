"use client";

import { Building2, CircleHelp, CircleUserRound, Keyboard, LogOut, Settings, Star } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { SHOW_KEYS } from "@/components/shell/shortcuts";
import { ThemeChoice } from "@/components/shell/theme-choice";
import { address } from "@/components/ui/address";
import { Menu, MenuRule } from "@/components/ui/menu";
import { toast } from "@/components/ui/toast";
import { signOut } from "@/lib/client/session-queries";

type UserMenuProps = { name: string; email: string; role: string };

export function UserMenu({ name, email, role }: UserMenuProps) {
  const [leaving, setLeaving] = useState(false);
  const leave = async () => {
    if (leaving) return;
    setLeaving(true);
    try {
      await signOut();
      globalThis.location.assign("/sign-in");
    } catch (error) {
      setLeaving(false);
      toast(error instanceof Error ? error.message : "Signing out failed. Try again.", { tone: "loss" });
    }
  };
  return (
    <Menu
      name={`Your account: ${name}`}
      label={<CircleUserRound aria-hidden="true" className="size-5!" />}
      buttonClassName="btn size-8 p-0!"
      className="w-64"
    >
      <div className="px-2.5 pt-1.5 pb-1">
        <p className="font-strong truncate">{name}</p>
        <p className="text-table text-ink-muted truncate">{email}</p>
        <p className="text-caption text-ink-muted">{role}</p>
      </div>
      <MenuRule />
      <ThemeChoice />
      <MenuRule />
      <Link href={address("/customers")} prefetch={false} className="menu-item">
        <Building2 aria-hidden="true" className="text-ink-muted" />
        Customers
      </Link>
      <Link href={address("/settings")} prefetch={false} className="menu-item">
        <Settings aria-hidden="true" className="text-ink-muted" />
        Settings
      </Link>
      <Link href={address("/favourites")} prefetch={false} className="menu-item">
        <Star aria-hidden="true" className="text-ink-muted" />
        Favourite lists
      </Link>
      <Link href={address("/help")} prefetch={false} className="menu-item">
        <CircleHelp aria-hidden="true" className="text-ink-muted" />
        Help
      </Link>
      <button
        type="button"
        className="menu-item"
        data-closes
        onClick={() => document.dispatchEvent(new CustomEvent(SHOW_KEYS))}
      >
        <Keyboard aria-hidden="true" className="text-ink-muted" />
        Keys
      </button>
      <button type="button" className="menu-item" aria-disabled={leaving || undefined} onClick={() => void leave()}>
        <LogOut aria-hidden="true" className="text-ink-muted" />
        {leaving ? "Signing out…" : "Sign out"}
      </button>
    </Menu>
  );
}
