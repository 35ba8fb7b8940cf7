import { SharedPlans } from "@/components/document/shared-plans";
import { Pictures } from "@/components/product/pictures";
import { CleanHtml } from "@/components/ui/clean-html";
import { formatDateTime } from "@/components/ui/format";
import type { PublicProduct } from "@/lib/contracts/public-product";

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
          <h1 className="text-display font-strong wrap-anywhere" lang={product.locale}>
            {product.name}
          </h1>
          <p className="text-reading text-ink-muted mt-1">{facts}</p>
          <p className="part-number text-ink-muted mt-1">{product.partNumber}</p>
          {product.headline ? (
            <p className="text-reading mt-4 max-w-prose" lang={product.locale}>
              {product.headline}
            </p>
          ) : null}
        </div>
        <SharedPlans plans={product.plans} />
        {product.needs.length > 0 ? <List title="Needs" rows={product.needs} lang={product.locale} /> : null}
        {product.description ? (
          <section aria-labelledby="description">
            <h2 id="description" className="text-title font-strong mb-2">
              Description
            </h2>
            <div lang={product.locale}>
              <CleanHtml html={product.description} />
            </div>
          </section>
        ) : null}
        {product.benefits.length > 0 ? (
          <List
            title="Benefits"
            lang={product.locale}
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

function List({ title, rows, lang }: { title: string; rows: readonly string[]; lang: string }) {
  const id = title.toLowerCase();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="text-title font-strong mb-2">
        {title}
      </h2>
      <ul className="text-reading max-w-prose list-disc pl-5" lang={lang}>
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
