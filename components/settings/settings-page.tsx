import Link from "next/link";
import type { ReactNode } from "react";
import { address } from "@/components/ui/address";
import { LocalTime } from "@/components/ui/local-time";
import { Notice } from "@/components/ui/notice";

type SettingsPageProps = {
  title: string;
  about?: string;
  /** Who may change what stands here, where the reader may not. */
  keeper?: string | null;
  change?: { at: string; by: string } | null;
  /** For tables that need the window's width. */
  wide?: boolean;
  children: ReactNode;
};

/** The head of a settings page: what it is, who changed it last, and whether the reader may. */
export function SettingsPage({ title, about, keeper = null, change = null, wide, children }: SettingsPageProps) {
  return (
    <div className={`mx-auto px-4 py-5 lg:mx-0 lg:px-6 ${wide ? "max-w-[90rem]" : "max-w-5xl"}`}>
      <header className="mb-4">
        <p className="text-table lg:hidden">
          <Link href={address("/settings")} prefetch={false} className="link">
            Settings
          </Link>
        </p>
        <h1 className="text-heading font-strong">{title}</h1>
        {about ? <p className="text-ink-muted max-w-[72ch]">{about}</p> : null}
        {change ? (
          <p className="text-table text-ink-muted mt-1">
            Last changed by {change.by}, <LocalTime iso={change.at} />
          </p>
        ) : null}
      </header>
      <div className="grid grid-cols-1 gap-4">
        {keeper ? <Notice tone="info">{keeper} can change these settings. You see what holds now.</Notice> : null}
        {children}
      </div>
    </div>
  );
}
