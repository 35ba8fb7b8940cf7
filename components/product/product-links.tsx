"use client";

import { Link2 } from "lucide-react";
import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { announce } from "@/components/ui/announce";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Field, fieldControl, Select } from "@/components/ui/field";
import { LinkViews } from "@/components/ui/link-views";
import { LocalTime } from "@/components/ui/local-time";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { productLinksQuery, useProductLinkWrite } from "@/lib/client/product-link-queries";
import type { NewLink } from "@/lib/client/quote-shapes";
import type { ProductLinkDto } from "@/lib/contracts/public-product";

type ProductLinksProps = { product: { vendor: string; key: string; name: string }; currency: string | null };

const periods = [
  { days: 7, words: "1 week" },
  { days: 30, words: "30 days" },
  { days: 90, words: "90 days" },
  { days: 180, words: "180 days" },
];

/** Makes a link, shows its address this once, and lists the links that open the product now. */
export function ProductLinks({ product, currency }: ProductLinksProps) {
  const id = useId();
  const [days, setDays] = useState(30);
  const [made, setMade] = useState<NewLink | null>(null);
  const links = useQuery(productLinksQuery(product));
  const write = useProductLinkWrite(product);
  const busy = write.isPending;
  const make = () =>
    write.mutate(
      { kind: "make", days, currency },
      {
        onSuccess: (link) => {
          setMade(link);
          announce("The link is made");
        },
      },
    );
  const withdraw = (link: ProductLinkDto) =>
    write.mutate(
      { kind: "withdraw", id: link.id },
      {
        onSuccess: () => {
          if (made?.id === link.id) setMade(null);
          announce("The link is withdrawn");
        },
      },
    );
  return (
    <div className="grid gap-5">
      <p>
        Whoever has the link sees this product with today’s prices{currency ? ` in ${currency}` : ""}, and no cost or
        margin. No account is needed.
      </p>
      <div className="flex flex-wrap items-end gap-3">
        <Field id={id} label="Opens for" className="w-36">
          <Select
            {...fieldControl(id)}
            data-size="large"
            value={days}
            onChange={(event) => setDays(Number.parseInt(event.target.value, 10))}
          >
            {periods.map((period) => (
              <option key={period.days} value={period.days}>
                {period.words}
              </option>
            ))}
          </Select>
        </Field>
        <Button tone={made ? "plain" : "primary"} size="large" busy={busy} onClick={make}>
          <Link2 aria-hidden="true" />
          {made ? "Make another link" : "Make a link"}
        </Button>
      </div>
      {write.error ? (
        <Notice tone="loss" role="alert">
          {write.error.message}
        </Notice>
      ) : null}
      {made ? <NewAddress link={made} /> : null}
      <section aria-labelledby={`${id}-links`}>
        <h3 id={`${id}-links`} className="text-table text-ink-muted mb-1">
          Open links
        </h3>
        {links.error ? <Notice tone="stale">{links.error.message}</Notice> : null}
        {links.isPending ? <Skeleton className="h-10" /> : null}
        {links.data?.length === 0 ? <p>No link opens this product now.</p> : null}
        <ul className="divide-y">
          {links.data?.map((link) => (
            <LinkRow key={link.id} link={link} busy={busy} onWithdraw={() => withdraw(link)} />
          ))}
        </ul>
      </section>
    </div>
  );
}

function NewAddress({ link }: { link: NewLink }) {
  return (
    <div data-tone="good" className="tone rounded-control grid gap-2 px-3 py-2.5">
      <p className="text-table font-medium">
        Copy this address now; it is shown this once. It opens until <LocalTime iso={link.expiresAt} dateOnly />.
      </p>
      <div className="flex gap-2">
        <input
          readOnly
          aria-label="Address of the new link"
          className="control part-number min-w-0 flex-1"
          value={link.url}
          onFocus={(event) => event.target.select()}
        />
        <CopyButton text={link.url} name="address" label="Copy" />
      </div>
    </div>
  );
}

function LinkRow({ link, busy, onWithdraw }: { link: ProductLinkDto; busy: boolean; onWithdraw: () => void }) {
  return (
    <li className="flex items-start justify-between gap-3 py-2">
      <p className="text-table">
        <span className="block">
          Opens until <LocalTime iso={link.expiresAt} dateOnly />
          {link.currency ? `, prices in ${link.currency}` : null}
        </span>
        <span className="text-caption text-ink-muted block">
          Made <LocalTime iso={link.createdAt} /> by {link.createdBy},{" "}
          <LinkViews views={link.views} lastViewedAt={link.lastViewedAt} />
        </span>
      </p>
      {link.mayWithdraw ? (
        <Button size="small" tone="quiet" busy={busy} onClick={onWithdraw}>
          Withdraw
        </Button>
      ) : null}
    </li>
  );
}
