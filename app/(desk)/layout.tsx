import { headers } from "next/headers";
import type { ReactNode } from "react";
import { Providers } from "@/app/providers";
import { keepDeskView } from "@/components/shell/desk-view";
import { keepEarlyClicks } from "@/components/shell/early-clicks";
import { EarlyScript } from "@/components/shell/early-script";
import { MarginBandsProvider } from "@/components/ui/margin-bands";
import { Shell } from "@/components/shell/shell";
import type { DeskView } from "@/lib/contracts/customer-view";
import type { Role } from "@/lib/contracts/session";
import { defaultMarginBands } from "@/lib/domain/pricing/margin-bands";
import { env } from "@/lib/server/env";
import { pageViewer } from "@/lib/server/page-viewer";
import { readMarginBands } from "@/lib/server/settings/margin-bands";
import { database } from "@/lib/server/store/database";
import { may, type Viewer } from "@/lib/server/viewer";

const roleWords: Record<Role, string> = {
  admin: "Administrator",
  manager: "Manager",
  seller: "Seller",
  "seller-no-cost": "Seller, costs hidden",
};

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const viewer = await pageViewer();
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  const bands = may(viewer, "costs:read") ? await readMarginBands(await database()) : defaultMarginBands;
  const view = viewOf(viewer);
  return (
    <Providers>
      {view ? <EarlyScript code={keepDeskView(view)} nonce={nonce} /> : null}
      <EarlyScript code={keepEarlyClicks} nonce={nonce} />
      <MarginBandsProvider bands={bands}>
        <Shell
          user={{
            name: viewer.name,
            email: viewer.email,
            role: roleWords[viewer.role],
            maySync: may(viewer, "syncs:write"),
          }}
          demo={env().demo}
          view={view}
        >
          {children}
        </Shell>
      </MarginBandsProvider>
    </Providers>
  );
}

/** Null for who never sees a cost: there is nothing to switch. */
function viewOf(viewer: Viewer): DeskView | null {
  if (viewer.customerView) return "customer";
  return may(viewer, "costs:read") ? "own" : null;
}
