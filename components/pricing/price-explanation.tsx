"use client";

import { useQuery } from "@tanstack/react-query";
import { PriceFindings } from "@/components/pricing/price-findings";
import { PartMargin, PriceSteps } from "@/components/pricing/price-steps";
import { Button } from "@/components/ui/button";
import { formatDate, formatMoney, formatQuantity } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { explanationQuery } from "@/lib/client/pricing-queries";

/** "Why this price?", asked of the engine itself at the moment it is opened. */
export function PriceExplanationView({ path }: { path: string }) {
  const { data, error, refetch, isFetching } = useQuery(explanationQuery(path));
  if (error && !data) {
    return (
      <Notice tone="loss" role="alert" actions={<Button onClick={() => void refetch()}>Try again</Button>}>
        {error.message}
      </Notice>
    );
  }
  if (!data || isFetching) {
    return (
      <div aria-busy="true">
        <span className="sr-only">Working it out</span>
        <Skeleton className="h-52 w-full" />
      </div>
    );
  }
  return (
    <div className="grid gap-3">
      {data.parts.map((part) => (
        <section key={`${part.kind} ${part.name}`} aria-label={part.name} className="panel overflow-x-auto pt-2">
          <PriceSteps part={part} period={data.billingPeriod} />
          <PartMargin part={part} />
        </section>
      ))}
      {data.parts.length === 0 ? <Notice tone="stale">Nobody gives a price for it.</Notice> : null}
      <PriceFindings findings={data.findings} label="Floors and ceilings this price breaks" />
      {data.cheaperAt ? (
        <Notice tone="info">
          {formatQuantity(data.cheaperAt.quantity)} units cost less in all: {formatMoney(data.cheaperAt.total)}.
        </Notice>
      ) : null}
      <p className="text-caption text-ink-muted">
        By the price rules of {formatDate(data.date, "UTC")}
        {data.customer ? `, for ${data.customer}` : ", for no customer in particular"}.
      </p>
    </div>
  );
}
