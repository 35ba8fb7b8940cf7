"use client";

import { RefreshCw } from "lucide-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { formatCount } from "@/components/ui/format";
import { askVendorAgain, productAsOfQuery } from "@/lib/client/product-refresh-queries";

type RefreshProductProps = { product: { vendor: string; key: string; asOf: string }; vendorLabel: string };

/** Asks the vendor about this one product now; what changed is read in, and the page follows. */
export function RefreshProduct({ product, vendorLabel }: RefreshProductProps) {
  const router = useRouter();
  const [since, setSince] = useState<string | null>(null);
  const ask = useMutation({
    mutationFn: () => askVendorAgain(product),
    onSuccess: ({ syncing }) => setSince(syncing ? product.asOf : null),
  });
  const isWaiting = since !== null && since === product.asOf;
  const { data: asOf } = useQuery({ ...productAsOfQuery(product), enabled: isWaiting });
  useEffect(() => {
    if (isWaiting && asOf !== undefined && asOf !== since) router.refresh();
  }, [isWaiting, asOf, since, router]);

  return (
    <span className="-mx-2 inline-flex flex-wrap items-center gap-x-2 sm:mx-0">
      <Button
        size="small"
        tone="quiet"
        busy={ask.isPending || isWaiting}
        title={`Asks ${vendorLabel} about this product, at most once a minute`}
        onClick={() => ask.mutate()}
      >
        <RefreshCw aria-hidden="true" />
        Check now
      </Button>
      <output className={`text-table ${ask.error ? "text-low" : "text-ink-muted"}`}>
        {ask.error?.message ?? (ask.data ? said(ask.data, isWaiting, vendorLabel) : "")}
      </output>
    </span>
  );
}

function said({ changes }: { changes: readonly { kind: string }[] }, isWaiting: boolean, vendorLabel: string): string {
  if (changes.length === 0) return `${vendorLabel} says the same.`;
  const words = formatCount(changes.length, "change");
  return isWaiting ? `${words} found; reading the catalog…` : `${words} read in.`;
}
