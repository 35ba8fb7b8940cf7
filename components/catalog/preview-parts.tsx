import type { ReactNode } from "react";
import { costOrigin, knownCost } from "@/components/catalog/cost-words";
import { CostCell, type FigureLook, MarginCell, PriceCell } from "@/components/catalog/price-figures";
import { productPath } from "@/components/product/product-path";
import { columnDigits } from "@/components/ui/amount";
import { formatBilling, formatCommitment, formatQuantity } from "@/components/ui/format";
import { HoverLink } from "@/components/ui/hover-link";
import type { ProductDto } from "@/lib/contracts/product";
import { facetLabel } from "@/lib/domain/catalog/facet-labels";

type PartProps = { product: ProductDto };

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="border-b px-5 py-3">
      <h3 className="text-table text-ink-muted mb-1.5 font-medium">{title}</h3>
      {children}
    </section>
  );
}

function Row({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div className="flex items-baseline justify-between gap-4">
      <dt className="text-ink-muted">{label}</dt>
      <dd className="figures min-w-0 text-end">{children}</dd>
    </div>
  );
}

export function PreviewFigures({ product }: PartProps) {
  const cost = knownCost(product.cost);
  const digits = columnDigits([product.price, cost, product.margin]);
  const look: FigureLook = { per: "billed", digits, currency: null };
  return (
    <dl className="text-table grid gap-1.5 border-b px-5 py-3">
      {product.cost === undefined ? null : (
        <Row label={cost ? `Cost, ${costOrigin(cost)}` : "Cost"}>
          <CostCell product={product} look={look} />
        </Row>
      )}
      <Row label="Price">
        <span className="font-strong text-reading">
          <PriceCell product={product} look={look} />
        </span>
      </Row>
      {product.cost === undefined ? null : (
        <Row label="Margin of price">
          <MarginCell product={product} look={look} />
        </Row>
      )}
      <Row label="Billing · commitment">
        {formatBilling(product.billingPeriod)} · {formatCommitment(product.commitment)}
      </Row>
      <Row label="Quantity">
        {formatQuantity(product.minimum)} to {product.maximum === null ? "any number" : formatQuantity(product.maximum)}
      </Row>
    </dl>
  );
}

const SHOWN = 5;

export function PreviewNeeds({ product: { requires, requiredBy } }: PartProps) {
  return (
    <Part title="Needs">
      {requires.length === 0 ? <p className="text-table">Nothing: it stands alone.</p> : null}
      <ul className="text-table grid gap-1">
        {requires.map(({ anyOf }) => (
          <li key={anyOf.map(({ key }) => key).join(" ")}>
            {anyOf.map((target, index) => (
              <span key={`${target.vendor}/${target.key}`}>
                {index > 0 ? " or " : null}
                {target.available ? (
                  <HoverLink href={productPath(target)} className="link">
                    {target.name}
                  </HoverLink>
                ) : (
                  <>
                    {target.name} <span className="text-stale text-caption font-medium">not in your catalog</span>
                  </>
                )}
              </span>
            ))}
          </li>
        ))}
      </ul>
      {requiredBy.length > 0 ? (
        <p className="text-table text-ink-muted mt-2">
          Needed by{" "}
          {requiredBy
            .slice(0, SHOWN)
            .map(({ name }) => name)
            .join(", ")}
          {requiredBy.length > SHOWN ? ` and ${requiredBy.length - SHOWN} more` : ""}
        </p>
      ) : null}
    </Part>
  );
}

/** Only where there is a choice. */
export function PreviewPlans({ product }: PartProps) {
  if (product.plans.length < 2) return null;
  return (
    <Part title={`${product.plans.length} plans`}>
      <ul className="text-table grid gap-1">
        {product.plans.map((plan) => (
          <li key={plan.key} className="flex items-baseline justify-between gap-4">
            <HoverLink href={productPath(product, plan.key)} className="link min-w-0 truncate">
              {plan.name}
            </HoverLink>
            <PriceCell
              product={{ ...product, ...plan, partNumber: plan.partNumber ?? product.partNumber, setupPrice: null }}
              look={{ per: "billed", currency: null, digits: columnDigits(product.plans.map(({ price }) => price)) }}
            />
          </li>
        ))}
      </ul>
    </Part>
  );
}

export function PreviewFacts({ product }: PartProps) {
  const topics = product.topics.map((topic) => facetLabel("topic", topic));
  const facts = [
    { name: "Provider", value: product.provider ?? "" },
    { name: "Category", value: product.categories.join(", ") },
    { name: "Topics", value: topics.join(", ") },
    { name: "Service type", value: product.serviceType ?? "" },
    ...product.facts,
  ].filter(({ value }) => value !== "");
  return (
    <Part title="Attributes">
      {product.headline ? (
        <p className="text-table mb-2" lang={product.locale}>
          {product.headline}
        </p>
      ) : null}
      <dl className="text-table grid gap-1">
        {facts.map(({ name, value }) => (
          <Row key={name} label={name}>
            {value}
          </Row>
        ))}
      </dl>
    </Part>
  );
}
