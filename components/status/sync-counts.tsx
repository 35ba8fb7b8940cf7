import Link from "next/link";
import { Fragment } from "react";
import { address } from "@/components/ui/address";
import { formatNumber } from "@/components/ui/format";
import type { SyncDto } from "@/lib/contracts/sync";

/** What one sync found, each a way to that list. */
export function SyncCounts({ sync }: { sync: SyncDto }) {
  const { counts, id, state } = sync;
  if (state !== "succeeded") return null;
  const parts = [
    { count: counts.new, word: "new", href: `/changes?sync=${id}&kind=new` },
    { count: counts.changed, word: "changed", href: `/changes?sync=${id}` },
    { count: counts.gone, word: "gone", href: `/changes?sync=${id}&kind=gone` },
    { count: counts.priceUp, word: "price up", href: `/changes?sync=${id}&kind=price-up` },
    { count: counts.priceDown, word: "price down", href: `/changes?sync=${id}&kind=price-down` },
  ];
  return (
    <span className="figures">
      {parts.map(({ count, word, href }, index) => (
        <Fragment key={word}>
          {index > 0 ? " · " : null}
          {count > 0 ? (
            <Link href={address(href)} prefetch={false} className="link whitespace-nowrap">
              {`${formatNumber(String(count))} ${word}`}
            </Link>
          ) : (
            <span className="text-ink-muted whitespace-nowrap">{`0 ${word}`}</span>
          )}
        </Fragment>
      ))}
    </span>
  );
}
