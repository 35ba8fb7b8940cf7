import { headers } from "next/headers";
import type { ReactNode } from "react";
import { Providers } from "@/app/providers";
import { EarlyClicksScript } from "@/components/shell/early-clicks-script";
import { MarginBandsProvider } from "@/components/ui/margin-bands";
import { Shell } from "@/components/shell/shell";
import type { Role } from "@/lib/contracts/session";
import { defaultMarginBands } from "@/lib/domain/pricing/margin-bands";
import { env } from "@/lib/server/env";
import { pageViewer } from "@/lib/server/page-viewer";
import { readMarginBands } from "@/lib/server/settings/margin-bands";
import { database } from "@/lib/server/store/database";
import { may } from "@/lib/server/viewer";

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
  return (
    <Providers>
      <EarlyClicksScript nonce={nonce} />
      <MarginBandsProvider bands={bands}>
        <Shell
          user={{
            name: viewer.name,
            email: viewer.email,
            role: roleWords[viewer.role],
            maySync: may(viewer, "syncs:write"),
          }}
          demo={env().demo}
        >
          {children}
        </Shell>
      </MarginBandsProvider>
    </Providers>
  );
}
