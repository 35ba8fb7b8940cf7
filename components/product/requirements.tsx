import { productPath } from "@/components/product/product-path";
import { isWorthDrawing, type PicturedChain, RequirementPicture } from "@/components/product/requirement-picture";
import { HoverLink } from "@/components/ui/hover-link";
import { PanelHeading } from "@/components/ui/panel";
import { formatCount, formatMoney, formatPer, isZero } from "@/components/ui/format";
import type { ProductDto } from "@/lib/contracts/product";

type Target = ProductDto["requiredBy"][number];

type RequirementsProps = { product: Pick<ProductDto, "requires" | "requiredBy">; chain: PicturedChain };

/** What must be there too, and what asks for this one; every name leads on and carries its price. */
export function Requirements({ product: { requires, requiredBy }, chain }: RequirementsProps) {
  return (
    <section id="requirements" aria-labelledby="requirements-title" className="panel scroll-mt-20">
      <PanelHeading id="requirements-title">Requirements</PanelHeading>
      {isWorthDrawing(chain) ? <RequirementPicture chain={chain} /> : null}
      <div id="requirements-lists" className="scroll-mt-20 grid md:grid-cols-2 md:divide-x">
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
          {target.available || target.archived ? (
            <span className="min-w-0">
              <HoverLink href={productPath(target)} className="link">
                {target.name}
              </HoverLink>
              {target.archived ? <span className="text-stale text-caption ml-1 font-medium">archived</span> : null}
            </span>
          ) : (
            <span className="min-w-0">
              {target.name} <span className="text-stale text-caption font-medium">not in your catalog</span>
            </span>
          )}
          {target.price ? (
            <span className="figures text-ink-muted whitespace-nowrap">
              {isZero(target.price.amount) ? (
                "free"
              ) : (
                <>
                  {formatMoney(target.price)} <span className="text-ink-faint">{formatPer(target.billingPeriod)}</span>
                </>
              )}
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
