"use client";

import { ChevronDown } from "lucide-react";
import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { planConfigurationQuery } from "@/lib/client/cart-queries";

const Configuration = dynamic(
  () => import("@/components/product/configuration").then((module) => module.Configuration),
  { loading: () => <ConfigurationSkeleton /> },
);

type PlanConfigurationProps = {
  vendor: string;
  productKey: string;
  plan: string;
  planNames: Readonly<Record<string, string>>;
};

/** Parts and order values of a plan, asked of the vendor only when somebody wants to see them. */
export function PlanConfiguration({ vendor, productKey, plan, planNames }: PlanConfigurationProps) {
  const [open, setOpen] = useState(false);
  const query = useQuery({ ...planConfigurationQuery({ vendor, key: productKey, plan }), enabled: open });
  return (
    <details className="panel group/conf" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="flex min-h-11 list-none items-center justify-between gap-4 px-4 py-2 [&::-webkit-details-marker]:hidden">
        <h2 className="text-reading">Configuration of “{planNames[plan] ?? plan}”</h2>
        <ChevronDown aria-hidden="true" className="text-ink-faint transition-transform group-open/conf:rotate-180" />
      </summary>
      <div className="border-t">
        {query.isPending ? <ConfigurationSkeleton /> : null}
        {query.error ? (
          <div className="p-4">
            <Notice
              tone="stale"
              title="The configuration cannot be shown now"
              actions={<Button onClick={() => void query.refetch()}>Try again</Button>}
            >
              {query.error.message}
            </Notice>
          </div>
        ) : null}
        {query.data ? <Configuration configuration={query.data} planNames={planNames} /> : null}
      </div>
    </details>
  );
}

function ConfigurationSkeleton() {
  return (
    <div className="grid gap-3 p-4">
      <Skeleton className="h-4 w-48" />
      <Skeleton className="h-20 w-full" />
    </div>
  );
}
