import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { CustomersScreen } from "@/components/customers/customers-screen";
import { customersQuery } from "@/lib/client/customer-queries";
import { makeQueryClient } from "@/lib/client/query-client";
import { listCustomers } from "@/lib/server/customers/read-customers";
import { openDesk } from "@/lib/server/open-desk";
import { pageViewer } from "@/lib/server/page-viewer";

export const metadata: Metadata = { title: "Customers" };

export default async function CustomersPage() {
  const viewer = await pageViewer();
  const queryClient = makeQueryClient();
  queryClient.setQueryData(customersQuery.queryKey, await listCustomers(await openDesk(), viewer));
  return (
    <div className="mx-auto max-w-[80rem] px-4 py-5 lg:px-6">
      <header className="mb-4">
        <h1 className="text-heading font-strong">Customers</h1>
        <p className="text-ink-muted">Who buys, in which currency, and what they own already.</p>
      </header>
      <HydrationBoundary state={dehydrate(queryClient)}>
        <CustomersScreen />
      </HydrationBoundary>
    </div>
  );
}
