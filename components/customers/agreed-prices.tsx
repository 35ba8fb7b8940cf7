import Link from "next/link";
import { datesWords, ruleWords, scopeWords, stateWords } from "@/components/settings/rule-words";
import { address } from "@/components/ui/address";
import { Badge } from "@/components/ui/badge";
import type { PriceRuleDto } from "@/lib/contracts/price-rules";

type AgreedPricesProps = { rules: readonly PriceRuleDto[]; vendors: Readonly<Record<string, string>> };

/** The price rules made for one customer; they are changed among all the others. */
export function AgreedPrices({ rules, vendors }: AgreedPricesProps) {
  return (
    <section aria-labelledby="agreed-prices" className="mt-5 border-t pt-3">
      <h3 id="agreed-prices" className="font-strong">
        Agreed prices
      </h3>
      {rules.length === 0 ? (
        <p className="text-table text-ink-muted">None: the prices for everybody hold.</p>
      ) : (
        <ul className="mt-1 grid gap-1.5">
          {rules.map(({ id, entry, state }) => (
            <li key={id}>
              <span className="font-medium">{entry.name}</span>
              {state === "in-force" ? null : (
                <Badge tone="neutral" className="ml-2">
                  {stateWords[state]}
                </Badge>
              )}
              <span className="text-table text-ink-muted block">
                {ruleWords(entry)}, for{" "}
                {scopeWords({ ...entry.scope, customer: undefined }, { vendors, customers: {} })}, {datesWords(entry)}
              </span>
            </li>
          ))}
        </ul>
      )}
      <Link href={address("/settings/price-rules")} className="link text-table mt-1 inline-flex min-h-6 items-center">
        Price rules
      </Link>
    </section>
  );
}
