import { ArrowRight } from "lucide-react";
import { productPath } from "@/components/product/product-path";
import { HoverLink } from "@/components/ui/hover-link";
import { PanelHeading } from "@/components/ui/panel";
import { formatCount, formatMoney } from "@/components/ui/format";
import type { ProductDto } from "@/lib/contracts/catalog";

type Target = ProductDto["requiredBy"][number];

/** What must be there too, and what asks for this one; every name leads on and carries its price. */
export function Requirements({ product }: { product: Pick<ProductDto, "name" | "requires" | "requiredBy"> }) {
  const { name, requires, requiredBy } = product;
  return (
    <section id="requirements" aria-labelledby="requirements-title" className="panel scroll-mt-20">
      <PanelHeading id="requirements-title">Requirements</PanelHeading>
      {requires.length > 1 ? <Chain name={name} requires={requires} /> : null}
      <div className="grid md:grid-cols-2 md:divide-x">
        <div className="px-4 py-3">
          <h3 className="text-table text-ink-muted mb-1.5">Needs</h3>
          {requires.length === 0 ? <p>Nothing: it stands alone.</p> : null}
          <ul className="grid gap-2">
            {requires.map(({ anyOf }) => (
              <li key={anyOf.map((target) => target.key).join(" ")}>
                {anyOf.length > 1 ? <p className="text-caption text-ink-muted">any one of</p> : null}
                <TargetList targets={anyOf} />
              </li>
            ))}
          </ul>
        </div>
        <div className="px-4 py-3 max-md:border-t">
          <h3 className="text-table text-ink-muted mb-1.5">Needed by</h3>
          {requiredBy.length === 0 ? <p>Nothing in the catalog.</p> : <NeededBy targets={requiredBy} />}
        </div>
      </div>
    </section>
  );
}

const SHOWN = 8;

function NeededBy({ targets }: { targets: readonly Target[] }) {
  if (targets.length <= SHOWN) return <TargetList targets={targets} />;
  return (
    <>
      <TargetList targets={targets.slice(0, SHOWN)} />
      <details className="group/rest mt-1">
        <summary className="text-accent text-table list-none font-medium group-open/rest:hidden [&::-webkit-details-marker]:hidden">
          Show {formatCount(targets.length - SHOWN, "more product", "more products")}
        </summary>
        <TargetList targets={targets.slice(SHOWN)} />
      </details>
    </>
  );
}

function TargetList({ targets }: { targets: readonly Target[] }) {
  return (
    <ul className="grid gap-1">
      {targets.map((target) => (
        <li key={`${target.vendor}/${target.key}`} className="flex min-h-6 items-baseline justify-between gap-4">
          {target.available ? (
            <HoverLink href={productPath(target)} className="link min-w-0">
              {target.name}
            </HoverLink>
          ) : (
            <span className="min-w-0">
              {target.name} <span className="text-stale text-caption font-medium">not in your catalog</span>
            </span>
          )}
          {target.price ? <span className="figures text-ink-muted">{formatMoney(target.price)}</span> : null}
        </li>
      ))}
    </ul>
  );
}

/** Left to right: what comes first, then this product. */
function Chain({ name, requires }: { name: string; requires: ProductDto["requires"] }) {
  return (
    <p className="bg-canvas flex flex-wrap items-center gap-x-2 gap-y-1 border-b px-4 py-2.5" aria-hidden="true">
      {requires.map(({ anyOf }, index) => (
        <span key={anyOf.map((target) => target.key).join(" ")} className="flex items-center gap-2">
          {index > 0 ? <span className="text-ink-faint">+</span> : null}
          <span className="border-line-strong text-table bg-surface max-w-56 truncate rounded-control border px-2 py-1">
            {anyOf.map((target) => target.name).join(" or ")}
          </span>
        </span>
      ))}
      <ArrowRight className="text-ink-faint" />
      <span className="border-accent bg-accent-wash text-table max-w-56 truncate rounded-control border px-2 py-1 font-medium">
        {name}
      </span>
    </p>
  );
}
