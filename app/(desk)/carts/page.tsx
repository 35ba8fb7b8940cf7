import type { Metadata } from "next";
import { CartList } from "@/components/carts/cart-list";
import { NewCartForm } from "@/components/carts/new-cart-form";
import { listCarts } from "@/lib/server/carts/list-carts";
import { openDesk } from "@/lib/server/open-desk";
import { pageViewer } from "@/lib/server/page-viewer";

export const metadata: Metadata = { title: "Carts" };

export default async function CartsPage() {
  const viewer = await pageViewer();
  const { items } = await listCarts(await openDesk(), viewer);
  return (
    <div className="mx-auto max-w-[80rem] px-4 py-5 lg:px-6">
      <h1 className="text-heading font-strong mb-4">Carts</h1>
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <CartList carts={items} />
        <NewCartForm currency={items[0]?.currency ?? "USD"} />
      </div>
    </div>
  );
}
