import { formatNumber, formatPercent, fractionDigits } from "@/components/ui/format";

type AmountProps = {
  value: { amount: string; currency: string };
  /** Pads to this many decimals with figure spaces, so that a column lines up on the point. */
  digits?: number;
  /** Shows the currency before the figure; leave it out where the column head names it. */
  currency?: boolean;
  /** Whose way of writing figures is followed; ours unless said. */
  language?: string | undefined;
  className?: string;
};

const FIGURE_SPACE = "\u2007";

export function Amount({ value, digits = 0, currency, language, className = "" }: AmountProps) {
  const own = fractionDigits(value.amount);
  const missing = Math.max(0, digits - own);
  return (
    <span className={`figures whitespace-nowrap ${className}`}>
      {currency ? <span className="text-ink-faint text-[0.86em]">{value.currency}&nbsp;</span> : null}
      {formatNumber(value.amount, language)}
      {missing > 0 ? (
        <span aria-hidden="true" className="padding-digits">
          {(own === 0 ? "\u2008" : "") + FIGURE_SPACE.repeat(missing)}
        </span>
      ) : null}
    </span>
  );
}

/** The widest fraction of a column, for `Amount digits`. */
export function columnDigits(values: readonly ({ amount: string } | null | undefined)[]): number {
  return values.reduce((most, value) => (value ? Math.max(most, fractionDigits(value.amount)) : most), 0);
}

export function Percent({ value, className = "" }: { value: string; className?: string }) {
  return <span className={`figures whitespace-nowrap ${className}`}>{formatPercent(value)}</span>;
}

type UnknownProps = { why?: string; words?: string };

/** Unknown is never 0: an em dash for the eye, words for the ear, the reason on hover. */
export function Unknown({ why, words = "not provided" }: UnknownProps) {
  return (
    <span className="text-ink-faint" title={why ?? words}>
      <span aria-hidden="true">—</span>
      <span className="sr-only">{why ?? words}</span>
    </span>
  );
}

/** old → new; the old one is struck through for the eye and named for the ear. */
export function PriceChange({ before, after }: { before: AmountProps["value"]; after: AmountProps["value"] }) {
  return (
    <span className="whitespace-nowrap">
      <span className="sr-only">was </span>
      <s className="text-ink-faint">
        <Amount value={before} />
      </s>
      <span aria-hidden="true" className="text-ink-faint">
        {" → "}
      </span>
      <span className="sr-only"> now </span>
      <Amount value={after} />
    </span>
  );
}
