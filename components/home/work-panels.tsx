"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { MoreLink, PanelState } from "@/components/home/panel-state";
import { address } from "@/components/ui/address";
import { Amount } from "@/components/ui/amount";
import { Badge } from "@/components/ui/badge";
import { formatCount, formatMoney } from "@/components/ui/format";
import { Panel, PanelHeading } from "@/components/ui/panel";
import { cartListQuery } from "@/lib/client/active-cart-queries";
import { recentQuotesQuery } from "@/lib/client/home-queries";

const SHOWN = 6;

export function QuotesPanel() {
  const query = useQuery(recentQuotesQuery);
  return (
    <Panel aria-labelledby="recent-quotes">
      <PanelHeading id="recent-quotes" aside={<MoreLink href="/quotes">All quotes</MoreLink>}>
        Quotes
      </PanelHeading>
      <PanelState query={query} empty="No quote yet. It begins in a cart.">
        <table className="ledger">
          <caption className="sr-only">Quotes changed last</caption>
          <tbody>
            {query.data?.items.slice(0, SHOWN).map((quote) => (
              <tr key={quote.number} className="hover:bg-wash">
                <th scope="row" className="whitespace-nowrap">
                  <Link
                    href={address(`/quotes/${quote.number}`)}
                    prefetch={false}
                    className="quiet-link figures font-medium"
                  >
                    {quote.number}
                  </Link>
                </th>
                <td className="w-full max-w-0 truncate">{quote.customer.name}</td>
                <td className="max-sm:hidden">
                  <Badge>{quote.state.replace("-", " ")}</Badge>
                </td>
                <td className="num">
                  <Amount value={quote.firstYear} currency />
                  <span className="text-ink-faint text-caption max-sm:sr-only"> first year</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </PanelState>
    </Panel>
  );
}

export function CartsPanel() {
  const query = useQuery(cartListQuery);
  return (
    <Panel aria-labelledby="recent-carts">
      <PanelHeading id="recent-carts" aside={<MoreLink href="/carts">All carts</MoreLink>}>
        Carts
      </PanelHeading>
      <PanelState query={query} empty="No cart yet. Add on a product begins one.">
        <table className="ledger">
          <caption className="sr-only">Carts changed last</caption>
          <tbody>
            {query.data?.items.slice(0, SHOWN).map((cart) => (
              <tr key={cart.id} className="hover:bg-wash">
                <th scope="row" className="w-full max-w-0 truncate">
                  <Link href={address(`/carts/${cart.id}`)} prefetch={false} className="quiet-link font-medium">
                    {cart.name}
                  </Link>
                </th>
                <td className="whitespace-nowrap">
                  {cart.problemCount > 0 ? (
                    <Badge tone="loss">{formatCount(cart.problemCount, "problem")}</Badge>
                  ) : (
                    <span className="text-ink-muted">{formatCount(cart.lineCount, "line")}</span>
                  )}
                </td>
                <td className="num max-sm:hidden">{cart.monthly ? `${formatMoney(cart.monthly)} / mo` : ""}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </PanelState>
    </Panel>
  );
}
