import { ChangesPanel, VendorsPanel } from "@/components/home/catalog-panels";
import { NeedsPanel } from "@/components/home/needs-panel";
import { CartsPanel, QuotesPanel } from "@/components/home/work-panels";

/** What waits for you at the left, what the catalog did at the right. */
export function HomeScreen() {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <NeedsPanel />
        <QuotesPanel />
        <CartsPanel />
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <VendorsPanel />
        <ChangesPanel />
      </div>
    </div>
  );
}
