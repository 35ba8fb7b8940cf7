import { Menu as MenuIcon } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Overlays } from "@/components/palette/overlays";
import { CartMenu } from "@/components/shell/cart-menu";
import { CustomerBand } from "@/components/shell/customer-band";
import { CustomerViewSwitch } from "@/components/shell/customer-view-switch";
import { FreshnessLink } from "@/components/shell/freshness-link";
import { NavLinks } from "@/components/shell/nav-links";
import { OfflineBand } from "@/components/shell/offline-band";
import { SearchBox } from "@/components/shell/search-box";
import { Shortcuts } from "@/components/shell/shortcuts";
import { UserMenu } from "@/components/shell/user-menu";
import { ViewGate } from "@/components/shell/view-gate";
import { LogoMark, Wordmark } from "@/components/ui/logo";
import { Menu } from "@/components/ui/menu";
import { DemoBand } from "@/components/shell/demo-band";
import type { DeskView } from "@/lib/contracts/customer-view";

type ShellProps = {
  user: { name: string; email: string; role: string; maySync: boolean };
  demo: boolean;
  /** Null where there is nothing to hide from a customer. */
  view: DeskView | null;
  children: ReactNode;
};

/** What stands around every page of the signed-in desk, in the same order everywhere. */
export function Shell({ user, demo, view, children }: ShellProps) {
  return (
    <>
      <a
        href="#content"
        className="btn fixed top-2 left-2 z-50 -translate-y-16 focus:translate-y-0 print:hidden"
        data-tone="primary"
      >
        Skip to results
      </a>
      {demo ? <DemoBand /> : null}
      {view === "customer" ? <CustomerBand /> : null}
      <header className="bg-surface top-(--band) z-30 border-b md:sticky print:hidden">
        <div className="flex min-h-13 flex-wrap items-center gap-x-2 px-3 md:flex-nowrap lg:px-5">
          <nav aria-label="Menu" className="lg:hidden">
            <Menu
              name="Menu"
              side="start"
              className="w-48"
              buttonClassName="btn size-8 p-0!"
              label={<MenuIcon aria-hidden="true" className="size-5!" />}
            >
              <NavLinks stacked />
            </Menu>
          </nav>
          <Link href="/" prefetch={false} aria-label="Reseller Desk: home" className="flex items-center gap-2 lg:mr-4">
            <LogoMark />
            <span className="max-sm:hidden lg:max-xl:hidden">
              <Wordmark />
            </span>
          </Link>
          <nav aria-label="Areas" className="max-lg:hidden">
            <NavLinks />
          </nav>
          <div className="order-last w-full pb-2 md:order-none md:ml-auto md:max-w-104 md:px-2 md:pb-0">
            <SearchBox />
          </div>
          <div className="flex items-center gap-1 max-md:ml-auto max-md:min-w-0 max-md:flex-1 max-md:justify-end lg:ml-auto">
            <div className="flex min-w-0 items-center justify-end gap-1 md:w-72 xl:w-96">
              {view ? <CustomerViewSwitch view={view} /> : null}
              <FreshnessLink />
              <CartMenu />
            </div>
            <UserMenu name={user.name} email={user.email} role={user.role} />
          </div>
        </div>
        <OfflineBand />
      </header>
      <main id="content" tabIndex={-1} className="outline-none">
        <ViewGate>{children}</ViewGate>
      </main>
      <Shortcuts />
      <Overlays user={user.email} maySync={user.maySync} view={view} />
    </>
  );
}
