import Link from "next/link";
import { EmptyCartList } from "@/components/carts/empty-cart";
import { Amount, columnDigits, Unknown } from "@/components/ui/amount";
import { Badge } from "@/components/ui/badge";
import { formatCount, formatNumber } from "@/components/ui/format";
import { LocalTime } from "@/components/ui/local-time";
import type { CartSummary } from "@/lib/contracts/cart";

export function CartList({ carts }: { carts: readonly CartSummary[] }) {
  if (carts.length === 0) return <EmptyCartList />;
  const digits = columnDigits(carts.map((cart) => cart.monthly));
  return (
    <div className="panel overflow-x-auto">
      <table className="ledger">
        <caption className="sr-only">Your carts, newest change first</caption>
        <thead>
          <tr>
            <th scope="col">Cart</th>
            <th scope="col">Problems</th>
            <th scope="col" className="num max-sm:hidden">
              Lines
            </th>
            <th scope="col" className="num">
              Per month
            </th>
            <th scope="col" className="max-md:hidden">
              Changed
            </th>
          </tr>
        </thead>
        <tbody>
          {carts.map((cart) => (
            <tr key={cart.id} className="hover:bg-wash relative h-11">
              <th scope="row">
                <Link
                  href={`/carts/${cart.id}`}
                  prefetch={false}
                  className="quiet-link text-control font-medium after:absolute after:inset-0"
                >
                  {cart.name}
                </Link>
              </th>
              <td>
                {cart.problemCount === 0 ? (
                  <span className="text-ink-muted">none</span>
                ) : (
                  <Badge tone="low">{formatCount(cart.problemCount, "problem")}</Badge>
                )}
              </td>
              <td className="num max-sm:hidden">{formatNumber(String(cart.lineCount))}</td>
              <td className="num">
                {cart.monthly ? (
                  <Amount value={cart.monthly} digits={digits} currency />
                ) : (
                  <Unknown why="no monthly charges" words="none" />
                )}
              </td>
              <td className="text-ink-muted max-md:hidden">
                <LocalTime iso={cart.updatedAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
