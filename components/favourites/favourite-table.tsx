"use client";

import { X } from "lucide-react";
import { AddCell } from "@/components/catalog/add-cell";
import { CostCell, MarginCell, PriceCell } from "@/components/catalog/price-figures";
import { useCartActions } from "@/components/catalog/use-cart-actions";
import { useListKeys } from "@/components/catalog/use-list-keys";
import { productPath } from "@/components/product/product-path";
import { columnDigits } from "@/components/ui/amount";
import { formatBilling, formatCommitment } from "@/components/ui/format";
import { HoverLink } from "@/components/ui/hover-link";
import { PartNumber } from "@/components/ui/part-number";
import type { FavouriteDetail } from "@/lib/contracts/favourites";

type Item = FavouriteDetail["items"][number];

type FavouriteTableProps = {
  items: readonly Item[];
  mayReadCosts: boolean;
  /** Null where the list is somebody else's. */
  onRemove: ((item: Item) => void) | null;
};

export function FavouriteTable({ items, mayReadCosts, onRemove }: FavouriteTableProps) {
  const cart = useCartActions();
  useListKeys();
  const amounts = items.flatMap(({ product }) => product ?? []);
  const look = { per: "billed", currency: null, digits: columnDigits(amounts.map(({ price }) => price)) } as const;
  return (
    <div className="overflow-x-auto">
      <table className="ledger">
        <caption className="sr-only">Products of this list</caption>
        <thead>
          <tr>
            <th scope="col">Product</th>
            <th scope="col" className="max-sm:hidden">
              Billing
            </th>
            <th scope="col" className="max-sm:hidden">
              Commitment
            </th>
            {mayReadCosts ? (
              <th scope="col" className="num">
                Cost
              </th>
            ) : null}
            <th scope="col" className="num">
              Price
            </th>
            {mayReadCosts ? (
              <th scope="col" className="num">
                Margin <span className="text-ink-faint font-body">of price</span>
              </th>
            ) : null}
            <th scope="col">
              <span className="sr-only">Add to cart</span>
            </th>
            {onRemove ? (
              <th scope="col">
                <span className="sr-only">Take off the list</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={`${item.vendor}/${item.key}`} data-row className="hover:bg-wash">
              <th scope="row" className="min-w-40 sm:min-w-56">
                {item.product ? (
                  <>
                    <HoverLink href={productPath(item.product)} data-row-link className="quiet-link font-medium">
                      {item.name}
                    </HoverLink>
                    <PartNumber short value={item.product.partNumber} className="text-caption text-ink-muted flex!" />
                  </>
                ) : (
                  <>
                    <span className="font-medium">{item.name}</span>
                    <span className="text-caption text-stale block font-medium">no longer in the catalog</span>
                  </>
                )}
              </th>
              <td className="whitespace-nowrap max-sm:hidden">
                {item.product ? formatBilling(item.product.billingPeriod) : null}
              </td>
              <td className="whitespace-nowrap max-sm:hidden">
                {item.product ? formatCommitment(item.product.commitment) : null}
              </td>
              {mayReadCosts ? (
                <td className="num">{item.product ? <CostCell product={item.product} look={look} /> : null}</td>
              ) : null}
              <td className="num">{item.product ? <PriceCell product={item.product} look={look} /> : null}</td>
              {mayReadCosts ? (
                <td className="num">{item.product ? <MarginCell product={item.product} look={look} /> : null}</td>
              ) : null}
              <td className="num">{item.product ? <AddCell product={item.product} cart={cart} /> : null}</td>
              {onRemove ? (
                <td className="w-10">
                  <button
                    type="button"
                    className="btn size-6"
                    data-tone="quiet"
                    data-square
                    aria-label={`Take ${item.name} off the list`}
                    title="Take off the list"
                    onClick={() => onRemove(item)}
                  >
                    <X aria-hidden="true" />
                  </button>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
