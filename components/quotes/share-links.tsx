"use client";

import { Link2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { LinkViews } from "@/components/ui/link-views";
import { LocalTime, useNow } from "@/components/ui/local-time";
import { Panel, PanelHeading } from "@/components/ui/panel";
import { createShareLink, withdrawShareLink } from "@/lib/client/quote-queries";
import type { NewLink } from "@/lib/client/quote-shapes";
import type { QuoteDto } from "@/lib/contracts/quote";

type ShareLinksProps = { quote: Pick<QuoteDto, "number" | "version" | "state" | "links"> };
type Link = QuoteDto["links"][number];

const shareable: ReadonlySet<QuoteDto["state"]> = new Set(["sent", "changes-requested", "accepted", "ordered"]);

/** Links for the customer. The address of a new one is shown this once: only its hash is kept. */
export function ShareLinks({ quote }: ShareLinksProps) {
  const router = useRouter();
  const [made, setMade] = useState<NewLink | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState("");
  const attempt = async (act: () => Promise<void>) => {
    setBusy(true);
    setError("");
    try {
      await act();
      router.refresh();
    } catch (refusal) {
      setError(refusal instanceof Error ? refusal.message : "That was not possible.");
    } finally {
      setBusy(false);
    }
  };
  const create = () => attempt(async () => setMade(await createShareLink(quote.number)));
  const withdraw = (link: Link) =>
    attempt(async () => {
      await withdrawShareLink(quote.number, link.id);
      if (made?.id === link.id) setMade(null);
    });
  const possible = shareable.has(quote.state);
  return (
    <Panel aria-labelledby="links-title">
      <PanelHeading id="links-title">Links for the customer</PanelHeading>
      <div className="grid gap-3 px-4 py-3">
        {made ? <NewAddress link={made} quote={quote} /> : null}
        {error ? (
          <p role="alert" className="text-loss text-table">
            {error}
          </p>
        ) : null}
        {quote.links.length > 0 ? (
          <ul className="text-table grid gap-2">
            {quote.links.toReversed().map((link) => (
              <LinkRow key={link.id} link={link} busy={busy} onWithdraw={() => void withdraw(link)} />
            ))}
          </ul>
        ) : null}
        {possible ? (
          <Button className="justify-self-start" busy={busy} onClick={() => void create()}>
            <Link2 aria-hidden="true" />
            {quote.links.length > 0 ? "Make another link" : "Make a link"}
          </Button>
        ) : (
          <p className="text-table text-ink-muted">
            {quote.links.length > 0
              ? "They show what was sent."
              : "Once the quote is sent, links to it can be made here."}
          </p>
        )}
      </div>
    </Panel>
  );
}

function NewAddress({ link, quote }: { link: NewLink; quote: ShareLinksProps["quote"] }) {
  const token = link.url.split("/").at(-1) ?? "";
  return (
    <output data-tone="good" className="tone rounded-control grid gap-2 px-3 py-2.5">
      <span className="text-table font-medium">Copy this address now; it is shown this once.</span>
      <input
        readOnly
        aria-label="Address of the new link"
        className="control part-number"
        value={link.url}
        onFocus={(event) => event.target.select()}
      />
      <span className="flex flex-wrap gap-2">
        <CopyButton text={link.url} name="address" label="Copy" />
        <a
          className="btn"
          data-tone="plain"
          target="_blank"
          rel="noopener"
          href={`/quotes/${quote.number}/v${quote.version}/print?link=${token}`}
        >
          Print with code
          <span className="sr-only"> (opens in a new tab)</span>
        </a>
      </span>
    </output>
  );
}

function LinkRow({ link, busy, onWithdraw }: { link: Link; busy: boolean; onWithdraw: () => void }) {
  const now = useNow();
  const over = now !== null && Date.parse(link.expiresAt) < now;
  const dead = link.revokedAt !== null || over;
  return (
    <li className="flex items-start justify-between gap-3">
      <p>
        <span className="block">
          Made <LocalTime iso={link.createdAt} dateOnly />,{" "}
          {link.revokedAt ? <Badge>withdrawn</Badge> : over ? <Badge>over</Badge> : null}
          {dead ? null : (
            <>
              good until <LocalTime iso={link.expiresAt} dateOnly />
            </>
          )}
        </span>
        <span className="text-caption text-ink-muted block">
          <LinkViews views={link.views} lastViewedAt={link.lastViewedAt} />
        </span>
      </p>
      {dead ? null : (
        <Button size="small" tone="quiet" busy={busy} onClick={onWithdraw}>
          Withdraw
        </Button>
      )}
    </li>
  );
}
