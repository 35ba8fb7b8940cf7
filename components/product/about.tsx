import { ExternalLink } from "lucide-react";
import type { ReactNode } from "react";
import { countryNames } from "@/components/product/country-names";
import { Pictures } from "@/components/product/pictures";
import { CleanHtml } from "@/components/ui/clean-html";
import { Panel, PanelHeading } from "@/components/ui/panel";
import { facetLabel } from "@/lib/domain/catalog/facet-labels";
import { languageName } from "@/lib/domain/catalog/language-name";
import type { ProductDto } from "@/lib/contracts/product";

/** What the vendor says: last on the page, because people come for price and requirements. */
export function About({ product }: { product: ProductDto }) {
  const { description, benefits, locale } = product;
  if (!description && benefits.length === 0) return null;
  return (
    <Panel aria-labelledby="about">
      <PanelHeading id="about">About</PanelHeading>
      <div className="grid gap-4 px-4 py-4" lang={locale}>
        {description ? <CleanHtml html={description} /> : null}
        {benefits.length > 0 ? (
          <ul className="grid gap-3 sm:grid-cols-2">
            {benefits.map(({ title, description: text }) => (
              <li key={title}>
                <h3>{title}</h3>
                {text ? <p className="text-ink-muted">{text}</p> : null}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </Panel>
  );
}

export function VendorPictures({ product: { name, pictures } }: { product: Pick<ProductDto, "name" | "pictures"> }) {
  if (pictures.length === 0) return null;
  return (
    <Panel aria-labelledby="pictures">
      <PanelHeading id="pictures">Pictures</PanelHeading>
      <div className="px-4 py-4">
        <Pictures addresses={pictures} of={name} />
      </div>
    </Panel>
  );
}

type FactsProps = {
  product: ProductDto;
  vendorLabel: string;
  /** Where the chosen plan may be sold; null = the vendor does not say, or was not asked yet. */
  countries: readonly string[] | null;
};

export function Facts({ product, vendorLabel, countries }: FactsProps) {
  const { facts, keywords, topics, availableLocales, vendorUrl } = product;
  const rows: { name: string; value: ReactNode }[] = facts.map(({ name, value }) => ({ name, value }));
  if (countries) rows.push({ name: "Sold in", value: countries.length > 0 ? countryNames(countries) : "no country" });
  if (topics.length > 0)
    rows.push({ name: "Topics", value: topics.map((topic) => facetLabel("topic", topic)).join(", ") });
  if (keywords.length > 0) rows.push({ name: "Keywords", value: keywords.join(", ") });
  if (availableLocales.length > 1)
    rows.push({ name: "Languages", value: availableLocales.map((locale) => languageName(locale)).join(", ") });
  if (vendorUrl) rows.push({ name: "Vendor's page", value: <OutsideLink href={vendorUrl}>{vendorLabel}</OutsideLink> });
  if (rows.length === 0) return null;
  return (
    <Panel aria-labelledby="facts">
      <PanelHeading id="facts">Facts</PanelHeading>
      <dl className="text-table px-4 py-1">
        {rows.map(({ name, value }) => (
          <div key={name} className="grid grid-cols-[8.5rem_1fr] gap-4 border-b py-2 last:border-b-0">
            <dt className="text-ink-muted">{name}</dt>
            <dd className="min-w-0 break-words">{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

export function Resources({ resources }: { resources: ProductDto["resources"] }) {
  if (resources.length === 0) return null;
  return (
    <Panel aria-labelledby="resources">
      <PanelHeading id="resources">Resources</PanelHeading>
      <ul className="grid gap-2.5 px-4 py-3">
        {resources.map(({ name, type, description, url }) => (
          <li key={url}>
            <OutsideLink href={url}>{name}</OutsideLink>
            {type ? <span className="text-caption text-ink-muted ml-2">{type}</span> : null}
            {description ? <p className="text-table text-ink-muted">{description}</p> : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

export function Support({ product: { support, trialSupport } }: { product: ProductDto }) {
  if (!support && !trialSupport) return null;
  return (
    <Panel aria-labelledby="support">
      <PanelHeading id="support">Support</PanelHeading>
      <div className="grid gap-3 px-4 py-3">
        {support ? <Contacts contacts={support} /> : null}
        {trialSupport ? (
          <div>
            <h3 className="text-table text-ink-muted">During a trial</h3>
            <Contacts contacts={trialSupport} />
          </div>
        ) : null}
      </div>
    </Panel>
  );
}

function Contacts({ contacts }: { contacts: NonNullable<ProductDto["support"]> }) {
  const { email, phone, chat, url, knowledgebaseUrl } = contacts;
  return (
    <ul className="grid gap-1">
      {email ? (
        <li>
          <a className="link" href={`mailto:${email}`}>
            {email}
          </a>
        </li>
      ) : null}
      {phone ? <li>{phone}</li> : null}
      {chat ? <li>{isAddress(chat) ? <OutsideLink href={chat}>Chat</OutsideLink> : chat}</li> : null}
      {url ? (
        <li>
          <OutsideLink href={url}>Support site</OutsideLink>
        </li>
      ) : null}
      {knowledgebaseUrl ? (
        <li>
          <OutsideLink href={knowledgebaseUrl}>Knowledge base</OutsideLink>
        </li>
      ) : null}
    </ul>
  );
}

function isAddress(text: string): boolean {
  return text.startsWith("https://");
}

/** Vendor links open in a new tab and say so; anything but https is shown as text. */
function OutsideLink({ href, children }: { href: string; children: string }) {
  if (!isAddress(href)) return <span>{children}</span>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow" className="link inline-flex items-center gap-1">
      {children}
      <ExternalLink aria-hidden="true" className="size-3.5!" />
      <span className="sr-only">(opens in a new tab)</span>
    </a>
  );
}
