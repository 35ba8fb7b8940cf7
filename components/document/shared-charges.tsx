import { type BillingRow, billingSections } from "@/components/document/billing-sections";
import { overuseWords } from "@/components/document/overuse-words";
import { Amount, columnDigits, Unknown } from "@/components/ui/amount";
import { formatPeriod, formatQuantity } from "@/components/ui/format";
import type { PublicQuote, PublicQuoteLine } from "@/lib/contracts/public-quote";

/** The tables of the paper, laid out for a screen; on a phone quantity and unit price stand under the name. */
export function SharedCharges({ quote }: { quote: PublicQuote }) {
  const digits = {
    price: columnDigits(quote.lines.map((line) => line.price)),
    total: columnDigits(quote.lines.map((line) => line.total)),
  };
  const { language } = quote.customer;
  return billingSections(quote.lines, quote.totals, quote.currency).map((section) => (
    <table key={section.key} className="ledger [&_:is(th,td)]:px-0!">
      <caption className="text-title font-strong pb-2 text-start">{section.title}</caption>
      <thead>
        <tr>
          <th scope="col">Product</th>
          <th scope="col" className="num w-20 max-sm:hidden">
            Quantity
          </th>
          <th scope="col" className="num w-32 max-sm:hidden">
            Unit price
          </th>
          <th scope="col" className="num w-32">
            {section.unit}
            <span className="sr-only"> (total, {section.unitInFull})</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {section.rows.map((row) => (
          <ChargeRow
            key={`${row.line.position}${row.setup ? "s" : ""}`}
            row={row}
            digits={digits}
            language={language}
          />
        ))}
        {section.subtotal ? (
          <tr className="font-strong">
            <th scope="row" className="font-strong!">
              {section.subtotalLabel}
            </th>
            <td className="max-sm:hidden" colSpan={2} aria-label="no figure here" />
            <td className="num">
              <Amount value={section.subtotal} digits={digits.total} language={language} />
            </td>
          </tr>
        ) : null}
      </tbody>
    </table>
  ));
}

type ChargeRowProps = {
  row: BillingRow<PublicQuoteLine>;
  digits: { price: number; total: number };
  language: string | undefined;
};

function ChargeRow({ row, digits, language }: ChargeRowProps) {
  const { line, setup } = row;
  const used = setup ? null : overuseWords(line, language);
  return (
    <tr className="align-top">
      <td className={`align-top! py-2.5! ${row.nested ? "pl-5!" : ""}`}>
        <span className="text-control block font-medium">{setup ? `Set-up: ${line.name}` : line.name}</span>
        <span className="text-caption text-ink-muted block">
          <span className="part-number break-all">{line.partNumber}</span>
          {line.planName && line.planName !== line.name ? ` · ${line.planName}` : ""}
          {line.commitment && !setup ? ` · ${formatPeriod(line.commitment)} commitment` : ""}
        </span>
        {used ? <span className="text-caption text-ink-muted figures block">{used}</span> : null}
        {setup
          ? null
          : line.components
              .filter((component) => component.name !== line.name)
              .map((component) => (
                <span key={component.partNumber + component.name} className="text-caption text-ink-muted block">
                  {formatQuantity(component.quantity, language)} × {component.name}
                </span>
              ))}
        {row.price ? (
          <span className="text-caption text-ink-muted figures block sm:hidden">
            {setup ? "1" : formatQuantity(line.quantity, language)} × <Amount value={row.price} language={language} />
          </span>
        ) : null}
      </td>
      <td className="num align-top! py-2.5! max-sm:hidden">
        {setup ? "1" : formatQuantity(line.quantity, language)}
        {line.unit ? <span className="text-caption text-ink-muted block">{line.unit}</span> : null}
      </td>
      <td className="num align-top! py-2.5! max-sm:hidden">
        {row.price ? <Amount value={row.price} digits={digits.price} language={language} /> : "by use"}
      </td>
      <td className="num align-top! py-2.5!">
        {row.total ? (
          <Amount value={row.total} digits={digits.total} language={language} />
        ) : (
          <Unknown why="no total: billed by use" />
        )}
      </td>
    </tr>
  );
}
