import { type BillingRow, type BillingSection, billingSections } from "@/components/document/billing-sections";
import { Amount, columnDigits, Unknown } from "@/components/ui/amount";
import { formatPeriod, formatQuantity } from "@/components/ui/format";
import { MarginFigure } from "@/components/ui/margin";
import type { QuoteDto, QuoteLineDto } from "@/lib/contracts/quote";

/** The lines by billing period, as the customer gets them; cost and margin beside them where the answer has them. */
export function QuoteLines({ quote }: { quote: QuoteDto }) {
  const showsCost = quote.lines.some((line) => line.cost !== undefined);
  const digits = {
    price: columnDigits(quote.lines.map((line) => line.price)),
    total: columnDigits(quote.lines.map((line) => line.total)),
  };
  const sections = billingSections(quote.lines, quote.totals[quote.currency], quote.currency);
  return sections.map((section) => (
    <div key={section.key} className="panel overflow-x-auto">
      <table className="ledger table-fixed max-md:min-w-[34rem]">
        <caption className="text-reading font-strong border-b px-4 py-2.5 text-start">{section.title}</caption>
        <colgroup>
          <col className="w-10" />
          <col />
          <col className="w-20" />
          {showsCost ? <col className="w-24" /> : null}
          <col className="w-28" />
          <col className="w-32" />
          {showsCost ? <col className="w-40" /> : null}
        </colgroup>
        <Head section={section} showsCost={showsCost} />
        <tbody>
          {section.rows.map((row) => (
            <LineRow
              key={`${row.line.id}${row.setup ? " set-up" : ""}`}
              row={row}
              digits={digits}
              showsCost={showsCost}
            />
          ))}
          {section.subtotal ? (
            <tr className="font-strong">
              <th scope="row" colSpan={showsCost ? 5 : 4} className="font-strong! text-end!">
                {section.subtotalLabel}
              </th>
              <td className="num">
                <Amount value={section.subtotal} digits={digits.total} />
              </td>
              {showsCost ? <td aria-label="no margin here" /> : null}
            </tr>
          ) : null}
        </tbody>
      </table>
    </div>
  ));
}

function Head({ section, showsCost }: { section: BillingSection<QuoteLineDto>; showsCost: boolean }) {
  return (
    <thead>
      <tr>
        <th scope="col">
          <abbr title="Position" className="no-underline">
            Pos.
          </abbr>
        </th>
        <th scope="col">Product</th>
        <th scope="col" className="num">
          Quantity
        </th>
        {showsCost ? (
          <th scope="col" className="num">
            Cost
          </th>
        ) : null}
        <th scope="col" className="num">
          Price <span className="text-ink-faint font-body">{section.unit}</span>
        </th>
        <th scope="col" className="num">
          Total <span className="text-ink-faint font-body">{section.unit}</span>
        </th>
        {showsCost ? (
          <th scope="col" className="num">
            Margin (of price)
          </th>
        ) : null}
      </tr>
    </thead>
  );
}

type LineRowProps = { row: BillingRow<QuoteLineDto>; digits: { price: number; total: number }; showsCost: boolean };

function LineRow({ row, digits, showsCost }: LineRowProps) {
  const { line, setup } = row;
  return (
    <tr>
      <td className="text-ink-muted figures">{line.position}</td>
      <td className={line.under === null ? "" : "pl-8!"}>
        <span className="block font-medium">{setup ? `Set-up: ${line.name}` : line.name}</span>
        <span className="text-caption text-ink-muted block">
          <span className="part-number break-all">{line.partNumber}</span>
          {line.planName && line.planName !== line.name ? ` · ${line.planName}` : ""}
          {line.commitment && !setup ? ` · ${formatPeriod(line.commitment)} commitment` : ""}
          {` · ${[line.vendorLabel, line.service].filter(Boolean).join(" ")}`}
        </span>
        {setup
          ? null
          : line.components.map((component) => (
              <span key={component.key} className="text-caption text-ink-muted block">
                {formatQuantity(component.quantity)} × {component.name}
              </span>
            ))}
      </td>
      <td className="num">{formatQuantity(line.quantity)}</td>
      {showsCost ? (
        <td className="num text-ink-muted">{setup ? null : <LineCost cost={line.cost} digits={digits.price} />}</td>
      ) : null}
      <td className="num">
        <Amount value={row.price} digits={digits.price} />
      </td>
      <td className="num font-medium">
        <Amount value={row.total} digits={digits.total} />
      </td>
      {showsCost ? (
        <td className="num">
          {setup ? null : <MarginFigure margin={line.margin} unknown="no margin without a cost" />}
        </td>
      ) : null}
    </tr>
  );
}

function LineCost({ cost, digits }: { cost: QuoteLineDto["cost"]; digits: number }) {
  if (!cost || "unknown" in cost) return <Unknown why="cost unknown" />;
  return (
    <>
      <Amount value={cost} digits={digits} />
      {cost.estimated ? <span className="text-caption block">estimated</span> : null}
    </>
  );
}
