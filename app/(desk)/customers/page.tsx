import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { CustomersScreen } from "@/components/customers/customers-screen";
import { customersQuery } from "@/lib/client/customer-queries";
import { makeQueryClient } from "@/lib/client/query-client";
import { listCustomers } from "@/lib/server/customers/read-customers";
import { openDesk } from "@/lib/server/open-desk";
import { pageViewer } from "@/lib/server/page-viewer";
import { listPriceRules } from "@/lib/server/price-rules/list-price-rules";
import { may } from "@/lib/server/viewer";

export const metadata: Metadata = { title: "Customers" };

export default async function CustomersPage() {
  const viewer = await pageViewer();
  const queryClient = makeQueryClient();
  const desk = await openDesk();
  queryClient.setQueryData(customersQuery.queryKey, await listCustomers(desk, viewer));
  const rules = may(viewer, "costs:read") ? (await listPriceRules(desk, viewer)).items : null;
  const vendors = Object.keys(desk.catalog.asOf).map((vendor) => [vendor, desk.vendorLabel(vendor)] as const);
  return (
    <div className="mx-auto max-w-[80rem] px-4 py-5 lg:px-6">
      <header className="mb-4">
        <h1 className="text-heading font-strong">Customers</h1>
        <p className="text-ink-muted">Who buys, in which currency, and what they own already.</p>
      </header>
      <HydrationBoundary state={dehydrate(queryClient)}>
        <CustomersScreen
          rules={rules?.filter(({ entry }) => entry.scope.customer !== undefined) ?? null}
          vendors={Object.fromEntries(vendors)}
        />
      </HydrationBoundary>
    </div>
  );
}
