import { type BillingRow, billingSections } from "@/components/document/billing-sections";
import { overuseWords } from "@/components/document/overuse-words";
import { Amount, columnDigits, Unknown } from "@/components/ui/amount";
import { formatPeriod, formatQuantity } from "@/components/ui/format";
import type { PublicQuote, PublicQuoteLine } from "@/lib/contracts/public-quote";

/** A table per billing period; its title is part of the head, so that it stands on every page the table reaches. */
export function PaperCharges({ quote }: { quote: PublicQuote }) {
  const { language } = quote.customer;
  return billingSections(quote.lines, quote.totals, quote.currency).map((section) => {
    const digits = columnDigits(section.rows.map((row) => row.price));
    return (
      <table key={section.key} className="charges">
        <caption className="sr-only">{section.title}</caption>
        <colgroup>
          <col className="col-position" />
          <col />
          <col className="col-quantity" />
          <col className="col-price" />
          <col className="col-total" />
        </colgroup>
        <thead>
          <tr>
            <th scope="colgroup" colSpan={5} className="charges-title">
              {section.title}
            </th>
          </tr>
          <tr>
            <th scope="col" className="charge-position">
              <abbr title="Position">Pos.</abbr>
            </th>
            <th scope="col">Product</th>
            <th scope="col" className="num charge-quantity">
              Quantity
            </th>
            <th scope="col" className="num charge-price">
              Unit price
              <small>{section.unit}</small>
            </th>
            <th scope="col" className="num">
              Total
              <small>{section.unit}</small>
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
            <tr className="subtotal">
              <th scope="row" colSpan={4}>
                {section.subtotalLabel}
              </th>
              <td className="num">
                <Amount value={section.subtotal} language={language} />
              </td>
            </tr>
          ) : null}
        </tbody>
      </table>
    );
  });
}

type ChargeRowProps = { row: BillingRow<PublicQuoteLine>; digits: number; language: string | undefined };

function ChargeRow({ row, digits, language }: ChargeRowProps) {
  const { line, setup } = row;
  const used = setup ? null : overuseWords(line, language);
  return (
    <tr>
      <td className="charge-position">{line.position}</td>
      <td className="charge" data-under={row.nested || undefined}>
        <span className="charge-name">{setup ? `Set-up: ${line.name}` : line.name}</span>
        <span className="charge-details">{details(line, setup)}</span>
        {used ? <span className="charge-details">{used}</span> : null}
        {setup
          ? null
          : line.components
              .filter((component) => component.name !== line.name)
              .map((component) => (
                <span key={component.partNumber + component.name} className="charge-details">
                  {formatQuantity(component.quantity, language)} × {component.name}
                  {component.partNumber ? ` (${component.partNumber})` : ""}
                </span>
              ))}
        {row.price ? (
          <span className="charge-details phone-only">
            {setup ? "1" : formatQuantity(line.quantity, language)} × <Amount value={row.price} language={language} />
          </span>
        ) : null}
      </td>
      <td className="num charge-quantity">
        {setup ? "1" : formatQuantity(line.quantity, language)}
        {line.unit ? <small>{line.unit}</small> : null}
      </td>
      <td className="num charge-price">
        {row.price ? <Amount value={row.price} digits={digits} language={language} /> : "by use"}
      </td>
      <td className="num">
        {row.total ? <Amount value={row.total} language={language} /> : <Unknown why="no total: billed by use" />}
      </td>
    </tr>
  );
}

function details(line: PublicQuoteLine, setup: boolean): string {
  const commitment = line.commitment && !setup ? `${formatPeriod(line.commitment)} commitment` : null;
  const plan = line.planName && line.planName !== line.name ? line.planName : null;
  return [line.partNumber, plan, commitment].filter(Boolean).join(" · ");
}
