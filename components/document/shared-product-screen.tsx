import { Pictures } from "@/components/product/pictures";
import { Amount, Unknown } from "@/components/ui/amount";
import { CleanHtml } from "@/components/ui/clean-html";
import { formatBilling, formatCommitment, formatDateTime, formatPer, formatQuantity } from "@/components/ui/format";
import type { PublicProduct } from "@/lib/contracts/public-product";

type Plan = PublicProduct["plans"][number];

/** A product as a customer may see it: what it is, what it costs them, what it needs. */
export function SharedProductScreen({ product, token }: { product: PublicProduct; token: string }) {
  const { seller } = product;
  const facts = [product.provider, product.serviceType, ...product.categories].filter(Boolean).join(" · ");
  return (
    <div className="mx-auto max-w-[56rem] px-4 pt-6 pb-16 sm:px-8 sm:pt-10">
      <header className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-1 border-b pb-4">
        <p className="text-title font-strong">{seller.company}</p>
        <p className="text-table text-ink-muted">Prices as of {formatDateTime(product.asOf, "UTC")} UTC</p>
      </header>
      <main className="mt-8 grid gap-9">
        <div>
          <h1 className="text-display font-strong">{product.name}</h1>
          <p className="text-reading text-ink-muted mt-1">{facts}</p>
          <p className="part-number text-ink-muted mt-1">{product.partNumber}</p>
          {product.headline ? <p className="text-reading mt-4 max-w-prose">{product.headline}</p> : null}
        </div>
        <Plans product={product} />
        {product.needs.length > 0 ? <List title="Needs" rows={product.needs} /> : null}
        {product.description ? (
          <section aria-labelledby="description">
            <h2 id="description" className="text-title font-strong mb-2">
              Description
            </h2>
            <CleanHtml html={product.description} />
          </section>
        ) : null}
        {product.benefits.length > 0 ? (
          <List
            title="Benefits"
            rows={product.benefits.map(({ title, description }) => (description ? `${title}: ${description}` : title))}
          />
        ) : null}
        {product.picturesCount > 0 ? (
          <section aria-labelledby="pictures">
            <h2 id="pictures" className="text-title font-strong mb-2">
              Pictures
            </h2>
            <Pictures addresses={picturePaths(token, product.picturesCount)} of={product.name} />
          </section>
        ) : null}
        <Resources resources={product.resources} />
      </main>
      <footer className="text-table text-ink-muted mt-14 border-t pt-4">
        {product.taxNote}
        {seller.email ? (
          <>
            {" Questions: "}
            <a className="link" href={`mailto:${seller.email}?subject=${encodeURIComponent(product.name)}`}>
              {seller.email}
            </a>
          </>
        ) : null}
      </footer>
    </div>
  );
}

function picturePaths(token: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `/api/share/products/${token}/pictures/${index + 1}`);
}

function Plans({ product }: { product: PublicProduct }) {
  if (product.plans.length === 0) return null;
  return (
    <table className="ledger [&_:is(th,td)]:px-0!">
      <caption className="text-title font-strong pb-2 text-start">
        {product.plans.length === 1 ? "Price" : "Plans and prices"}
      </caption>
      <thead>
        <tr>
          <th scope="col">Plan</th>
          <th scope="col" className="max-sm:hidden">
            Billing
          </th>
          <th scope="col" className="max-sm:hidden">
            Commitment
          </th>
          <th scope="col" className="num">
            Price
          </th>
        </tr>
      </thead>
      <tbody>
        {product.plans.map((plan) => (
          <tr key={`${plan.name} ${plan.partNumber ?? ""} ${plan.billingPeriod ?? ""} ${plan.commitment ?? ""}`}>
            <td className="align-top! py-2.5!">
              <PlanName plan={plan} />
            </td>
            <td className="align-top! py-2.5! max-sm:hidden">{formatBilling(plan.billingPeriod)}</td>
            <td className="align-top! py-2.5! max-sm:hidden">{formatCommitment(plan.commitment)}</td>
            <td className="num align-top! py-2.5!">
              <PlanPrice plan={plan} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PlanName({ plan }: { plan: Plan }) {
  const limits = [
    plan.minimum === "0" || plan.minimum === "1" ? null : `from ${formatQuantity(plan.minimum)}`,
    plan.maximum === null ? null : `up to ${formatQuantity(plan.maximum)}`,
  ].filter(Boolean);
  return (
    <>
      <span className="text-control block font-medium">{plan.name}</span>
      <span className="text-caption text-ink-muted block sm:hidden">{formatBilling(plan.billingPeriod)}</span>
      {plan.description ? (
        <span className="text-caption text-ink-muted block max-w-prose">{plan.description}</span>
      ) : null}
      {limits.length > 0 ? (
        <span className="text-caption text-ink-muted block">Quantity {limits.join(", ")}</span>
      ) : null}
      {plan.attributes.length > 0 ? (
        <span className="text-caption text-ink-muted block">{plan.attributes.map(({ name }) => name).join(", ")}</span>
      ) : null}
    </>
  );
}

function PlanPrice({ plan }: { plan: Plan }) {
  if (!plan.price) return <Unknown why="price on request" />;
  if (!/[1-9]/.test(plan.price.amount)) return <span className="font-medium">free</span>;
  return (
    <>
      <span className="font-medium">
        {plan.pricePrefix ? <span className="text-ink-muted font-body">{plan.pricePrefix} </span> : null}
        <Amount value={plan.price} currency />
      </span>
      <span className="text-caption text-ink-muted block">{plan.priceSuffix ?? formatPer(plan.billingPeriod)}</span>
      {plan.setupPrice ? (
        <span className="text-caption text-ink-muted block">
          + <Amount value={plan.setupPrice} currency /> set-up
        </span>
      ) : null}
    </>
  );
}

function List({ title, rows }: { title: string; rows: readonly string[] }) {
  const id = title.toLowerCase();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="text-title font-strong mb-2">
        {title}
      </h2>
      <ul className="text-reading max-w-prose list-disc pl-5">
        {rows.map((row) => (
          <li key={row}>{row}</li>
        ))}
      </ul>
    </section>
  );
}

function Resources({ resources }: { resources: PublicProduct["resources"] }) {
  const shown = resources.filter(({ url }) => url.startsWith("https://"));
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="resources">
      <h2 id="resources" className="text-title font-strong mb-2">
        Further reading
      </h2>
      <ul className="text-reading grid gap-1">
        {shown.map((resource) => (
          <li key={resource.url}>
            <a className="link" href={resource.url} target="_blank" rel="noopener noreferrer nofollow">
              {resource.name}
              <span className="sr-only"> (opens in a new tab)</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
