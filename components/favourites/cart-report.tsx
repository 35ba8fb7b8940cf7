import Link from "next/link";
import { address } from "@/components/ui/address";
import { Button } from "@/components/ui/button";
import { formatCount } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import type { ListToCart } from "@/lib/contracts/favourites";

const words: Record<ListToCart["rows"][number]["outcome"], string> = {
  added: "added",
  "in-cart": "already there",
  gone: "no longer offered",
  "not-orderable": "not orderable",
  "other-currency": "other currency",
};

/** What came into the cart, and by name what did not and why. */
export function CartReport({ report, onClose }: { report: ListToCart; onClose: () => void }) {
  const told = report.rows.filter(({ outcome, message }) => outcome !== "added" || message !== "");
  const fits = report.rows.every(({ outcome }) => outcome === "added" || outcome === "in-cart");
  return (
    <Notice
      tone={!fits ? "low" : report.added > 0 ? "good" : "neutral"}
      title={
        <>
          {formatCount(report.added, "product")} of {report.rows.length} added to{" "}
          <Link href={address(`/carts/${report.cart.id}`)} prefetch={false} className="underline underline-offset-3">
            “{report.cart.name}”
          </Link>
        </>
      }
      actions={<Button onClick={onClose}>Understood</Button>}
    >
      {told.length > 0 ? (
        <ul className="mt-1 grid max-h-64 gap-0.5 overflow-y-auto">
          {told.map((row) => (
            <li key={`${row.vendor}/${row.key}`}>
              <strong>{row.name}</strong>: {row.message || words[row.outcome]}
            </li>
          ))}
        </ul>
      ) : null}
    </Notice>
  );
}
