import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { PriceRulesScreen } from "@/components/settings/price-rules-screen";
import { SettingsPage } from "@/components/settings/settings-page";
import { Notice } from "@/components/ui/notice";
import { makeQueryClient } from "@/lib/client/query-client";
import { priceRulesQuery } from "@/lib/client/price-rule-queries";
import { currentCatalog } from "@/lib/server/catalog/current-catalog";
import { vendorLabel } from "@/lib/server/catalog/vendor-label";
import { listCustomers } from "@/lib/server/customers/read-customers";
import { openDesk } from "@/lib/server/open-desk";
import { pageViewer } from "@/lib/server/page-viewer";
import { listPriceRules } from "@/lib/server/price-rules/list-price-rules";
import { may } from "@/lib/server/viewer";

export const metadata: Metadata = { title: "Price rules - Settings" };

const OFFERED_VALUES = 500;

export default async function PriceRulesPage() {
  const viewer = await pageViewer();
  const mayRead = may(viewer, "costs:read");
  return (
    <SettingsPage title="Price rules" about="How costs become prices, and what a price may not break." wide>
      {mayRead ? (
        <Rules />
      ) : (
        <Notice tone="info">Price rules are shown to those who may see costs, outside customer view.</Notice>
      )}
    </SettingsPage>
  );
}

async function Rules() {
  const viewer = await pageViewer();
  const [desk, catalog] = [await openDesk(), await currentCatalog()];
  const queryClient = makeQueryClient();
  queryClient.setQueryData(priceRulesQuery.queryKey, await listPriceRules(desk, viewer));
  const { items: customers } = await listCustomers(desk, viewer);
  const values = (facet: "service" | "category") =>
    catalog.index
      .allValues(facet)
      .slice(0, OFFERED_VALUES)
      .map(({ value }) => value);
  const choices = {
    vendors: Object.fromEntries(Object.keys(catalog.asOf).map((vendor) => [vendor, vendorLabel(vendor)])),
    customers: Object.fromEntries(customers.map(({ id, name }) => [id, name])),
    services: values("service"),
    categories: values("category"),
  };
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <PriceRulesScreen choices={choices} mayWrite={may(viewer, "rules:write")} />
    </HydrationBoundary>
  );
}
