import { StateBadge } from "@/components/quotes/state-badge";
import { LocalTime } from "@/components/ui/local-time";
import { Panel, PanelHeading } from "@/components/ui/panel";
import type { QuoteDto } from "@/lib/contracts/quote";

/** What happened to the quote, newest first, as sentences. */
export function QuoteTimeline({ quote }: { quote: QuoteDto }) {
  if (quote.timeline.length === 0) return null;
  return (
    <Panel aria-labelledby="timeline-title">
      <PanelHeading id="timeline-title">Timeline</PanelHeading>
      <ol className="text-table px-4 py-2">
        {quote.timeline.toReversed().map((event) => (
          <li
            key={`${event.at} ${event.what}`}
            className="border-line relative border-l py-1.5 pl-4 last:border-transparent"
          >
            <span aria-hidden="true" className="bg-line-strong absolute top-3 -left-[3.5px] size-1.5 rounded-full" />
            <span className="font-medium">{event.who}</span> {event.what}
            <LocalTime iso={event.at} className="text-caption text-ink-muted block" />
          </li>
        ))}
      </ol>
    </Panel>
  );
}

export function QuoteVersions({ quote }: { quote: QuoteDto }) {
  if (quote.versions.length < 2) return null;
  return (
    <Panel aria-labelledby="versions-title">
      <PanelHeading id="versions-title">Versions</PanelHeading>
      <ul className="text-table px-4 py-2">
        {quote.versions.toReversed().map((version) => (
          <li key={version.version} className="flex items-center gap-3 py-1">
            <a
              href={`/quotes/${quote.number}?version=${version.version}`}
              aria-current={version.version === quote.version ? "page" : undefined}
              className="link figures aria-[current]:text-ink aria-[current]:font-strong aria-[current]:no-underline"
            >
              v{version.version}
            </a>
            <StateBadge state={version.state} />
            <LocalTime iso={version.updatedAt} dateOnly className="text-ink-muted ml-auto" />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
