import { datesWords, policyWords, ruleWords, scopeWords, stateWords } from "@/components/settings/rule-words";
import type { RuleChoices } from "@/components/settings/rule-choices";
import { Badge } from "@/components/ui/badge";
import type { PriceRuleDto } from "@/lib/contracts/price-rules";

type RuleTableProps = {
  rules: readonly PriceRuleDto[];
  choices: RuleChoices;
  mayWrite: boolean;
  onOpen: (rule: PriceRuleDto) => void;
};

const stateTones = { "in-force": "good", "begins-later": "info", ended: "neutral", off: "neutral" } as const;
const policyTones = { block: "loss", ask: "low", warn: "info", off: "neutral" } as const;

/** In the order in which they are asked. */
export function RuleTable({ rules, choices, mayWrite, onOpen }: RuleTableProps) {
  return (
    <div className="overflow-x-auto border-t">
      <table className="ledger lg:table-fixed">
        <caption className="sr-only">Highest precedence first</caption>
        <thead>
          <tr>
            <th scope="col" className="lg:w-[22%]">
              Name
            </th>
            <th scope="col" className="lg:w-[27%]">
              For
            </th>
            <th scope="col" className="lg:w-[27%]">
              Does
            </th>
            <th scope="col" className="lg:w-[15%]">
              Valid
            </th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => (
            <tr key={rule.id} className={rule.state === "ended" || rule.state === "off" ? "text-ink-muted" : ""}>
              <th scope="row" className="min-w-40 text-start font-medium">
                {mayWrite ? (
                  <button type="button" aria-haspopup="dialog" className="link text-start" onClick={() => onOpen(rule)}>
                    {rule.entry.name}
                  </button>
                ) : (
                  rule.entry.name
                )}
              </th>
              <td className="min-w-36">
                {scopeWords(rule.entry.scope, choices)}
                {rule.warnings.map((warning) => (
                  <span key={warning} data-tone="low" className="tone-ink text-caption block">
                    {warning}
                  </span>
                ))}
              </td>
              <td className="min-w-44">{ruleWords(rule.entry)}</td>
              <td className="min-w-32">{datesWords(rule.entry)}</td>
              <td className="whitespace-nowrap">
                {rule.entry.sets === "limit" ? (
                  <Badge tone={policyTones[rule.entry.policy]}>{policyWords[rule.entry.policy]}</Badge>
                ) : (
                  <Badge tone={stateTones[rule.state]}>{stateWords[rule.state]}</Badge>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
