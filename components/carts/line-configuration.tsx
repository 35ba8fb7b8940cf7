"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { ConfigurationForm } from "@/components/carts/configuration-form";
import { configurationElementId } from "@/components/carts/reveal-entry";
import { formatCount } from "@/components/ui/format";
import { Skeleton } from "@/components/ui/skeleton";
import { planConfigurationQuery } from "@/lib/client/cart-queries";
import type { CartLineDto, CartProblemDto } from "@/lib/client/cart-shapes";
import type { CartWrite } from "@/lib/client/preview-cart-write";

type LineConfigurationProps = {
  line: CartLineDto;
  problems: readonly CartProblemDto[];
  onWrite: (write: CartWrite) => void;
};

/** The parts and entries of a plan that can be configured; asked from the server when the box is opened. */
export function LineConfiguration({ line, problems, onWrite }: LineConfigurationProps) {
  const missing = problems.filter((problem) => problem.kind === "incomplete-configuration").length;
  const [open, setOpen] = useState(false);
  const configurable = line.components.length > 0 || Object.keys(line.attributes).length > 0 || missing > 0;
  if (!configurable || line.plan === null) return null;
  return (
    <details
      id={configurationElementId(line.id)}
      className="group mt-2"
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className="text-table text-ink-muted hover:text-ink inline-flex list-none items-center gap-1 py-0.5 [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden="true" className="transition-transform group-open:rotate-90" />
        Configuration
        {missing > 0 ? (
          <span className="text-low font-medium"> · {formatCount(missing, "entry", "entries")} missing</span>
        ) : null}
      </summary>
      {open ? <Loaded line={line} plan={line.plan} problems={problems} onWrite={onWrite} /> : null}
    </details>
  );
}

function Loaded({ line, plan, problems, onWrite }: LineConfigurationProps & { plan: string }) {
  const { data, error, isPending } = useQuery(planConfigurationQuery({ vendor: line.vendor, key: line.key, plan }));
  if (isPending) return <Skeleton className="mt-2 h-28 w-full" />;
  if (error) return <p className="text-loss text-table mt-2">{error.message}</p>;
  return (
    <ConfigurationForm
      line={line}
      configuration={data}
      problems={problems}
      onChange={(change) => onWrite({ kind: "configure", lineId: line.id, change })}
    />
  );
}
