import { bandTones } from "@/components/ui/margin-bands";
import type { MarginBand, MarginBands } from "@/lib/domain/pricing/margin-bands";

/** The bands as a scale, named in words; the widths are for the eye only. */
export function MarginBandsPicture({ bands: { lowBelow, highAbove } }: { bands: MarginBands }) {
  const parts: readonly { band: MarginBand; range: string }[] = [
    { band: "loss", range: "below 0 %" },
    { band: "low", range: `0 % to below ${lowBelow} %` },
    { band: "normal", range: `${lowBelow} % to ${highAbove} %` },
    { band: "high", range: `above ${highAbove} %` },
  ];
  return (
    <dl className="rounded-control grid gap-px overflow-hidden sm:grid-cols-4" aria-label="Margin bands">
      {parts.map(({ band, range }) => (
        <div key={band} data-tone={bandTones[band]} className="tone px-3 py-2.5">
          <dt className="tone-ink font-strong">{band}</dt>
          <dd className="figures text-table text-ink">{range}</dd>
        </div>
      ))}
    </dl>
  );
}
