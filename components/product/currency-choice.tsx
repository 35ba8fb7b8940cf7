import type { Route } from "next";
import Link from "next/link";

type CurrencyChoiceProps = {
  currencies: readonly string[];
  shown: string | undefined;
  hrefOf: (currency: string) => Route;
};

/** The vendor's price lists side by side; nothing is converted. */
export function CurrencyChoice({ currencies, shown, hrefOf }: CurrencyChoiceProps) {
  if (currencies.length < 2) return null;
  return (
    <nav aria-label="Currency" className="flex flex-wrap items-center gap-1">
      <span className="text-table text-ink-muted mr-1">Prices in</span>
      {currencies.map((currency) => (
        <Link
          key={currency}
          href={hrefOf(currency)}
          scroll={false}
          prefetch={false}
          aria-current={currency === shown ? "true" : undefined}
          className="rounded-control text-table hover:bg-wash aria-[current=true]:bg-accent-wash aria-[current=true]:text-accent flex h-7 items-center px-2 font-medium"
        >
          {currency}
        </Link>
      ))}
    </nav>
  );
}
