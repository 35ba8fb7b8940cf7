import { costUnknownWhy, foreignCurrency, knownCost } from "@/components/catalog/cost-words";
import { type BillingRow, type BillingSection, billingSections } from "@/components/document/billing-sections";
import { overuseWords } from "@/components/document/overuse-words";
import { Amount, columnDigits, Percent, Unknown } from "@/components/ui/amount";
import { formatPeriod, formatQuantity } from "@/components/ui/format";
import { MarginFigure } from "@/components/ui/margin";
import type { QuoteDto, QuoteLineDto } from "@/lib/contracts/quote";
import { soleUse } from "@/lib/domain/pricing/by-use";

type Digits = { price: number; total: number };

/** The lines by billing period, as the customer gets them; cost and margin beside them where the answer has them. */
export function QuoteLines({ quote }: { quote: QuoteDto }) {
  const showsCost = quote.lines.some((line) => line.cost !== undefined);
  const digits = {
    price: columnDigits(quote.lines.map((line) => line.price)),
    total: columnDigits(quote.lines.map((line) => line.total)),
  };
  const sections = billingSections(quote.lines, quote.totals[quote.currency], quote.currency);
  return sections.map((section) => (
    <div key={section.key} className="panel overflow-hidden">
      <table className="ledger table-fixed">
        <caption className="text-reading font-strong border-b px-4 py-2.5 text-start">{section.title}</caption>
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
              <td className="max-lg:hidden" colSpan={showsCost ? 4 : 3} aria-label="no figure here" />
              <th scope="row" className="font-strong! lg:text-end! lg:whitespace-nowrap">
                {section.subtotalLabel}
              </th>
              <td className="num">
                <Amount value={section.subtotal} digits={digits.total} />
              </td>
              {showsCost ? <td className="max-lg:hidden" aria-label="no margin here" /> : null}
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
        <th scope="col" className="w-12 max-lg:hidden">
          <abbr title="Position" className="no-underline">
            Pos.
          </abbr>
        </th>
        <th scope="col">Product</th>
        <th scope="col" className="num w-20 max-lg:hidden">
          Quantity
        </th>
        {showsCost ? (
          <th scope="col" className="num w-24 max-lg:hidden">
            Cost
          </th>
        ) : null}
        <th scope="col" className="num w-32 max-lg:hidden">
          Price <span className="text-ink-faint font-body">{section.unit}</span>
        </th>
        <th scope="col" className="num w-34">
          Total <span className="text-ink-faint font-body">{section.unit}</span>
        </th>
        {showsCost ? (
          <th scope="col" className="num w-40 max-lg:hidden">
            Margin (of price)
          </th>
        ) : null}
      </tr>
    </thead>
  );
}

type LineRowProps = { row: BillingRow<QuoteLineDto>; digits: Digits; showsCost: boolean };

function LineRow({ row, digits, showsCost }: LineRowProps) {
  const { line, setup } = row;
  const used = soleUse(line);
  const cost = used ? used.cost : line.cost;
  return (
    <tr className="[&>td]:align-top!">
      <td className="text-ink-muted figures max-lg:hidden">{line.position}</td>
      <td className={row.nested ? "pl-8!" : ""}>
        <LineName row={row} />
      </td>
      <td className="num max-lg:hidden">{setup ? "1" : formatQuantity(line.quantity)}</td>
      {showsCost ? (
        <td className="num text-ink-muted max-lg:hidden">
          {setup ? null : <LineCost cost={cost} price={line.price} digits={digits.price} />}
        </td>
      ) : null}
      <td className="num max-lg:hidden">{row.price ? <Amount value={row.price} digits={digits.price} /> : "by use"}</td>
      <td className="num font-medium">
        {row.total ? <Amount value={row.total} digits={digits.total} /> : <Unknown why="no total: billed by use" />}
      </td>
      {showsCost ? (
        <td className="num max-lg:hidden">
          {setup ? null : (
            <MarginFigure margin={used ? used.margin : line.margin} unknown={`no margin: ${costUnknownWhy(cost)}`} />
          )}
        </td>
      ) : null}
    </tr>
  );
}

function LineName({ row: { line, setup, price } }: { row: BillingRow<QuoteLineDto> }) {
  const { margin } = line;
  const used = setup ? null : overuseWords(line);
  return (
    <>
      <span className="block font-medium">{setup ? `Set-up: ${line.name}` : line.name}</span>
      <span className="text-caption text-ink-muted block">
        <span className="part-number break-all">{line.partNumber}</span>
        {line.planName && line.planName !== line.name ? ` · ${line.planName}` : ""}
        {line.commitment && !setup ? ` · ${formatPeriod(line.commitment)} commitment` : ""}
        {` · ${line.vendorLabel}`}
      </span>
      {used ? <span className="text-caption text-ink-muted figures block">{used}</span> : null}
      {setup
        ? null
        : line.components
            .filter((component) => component.name !== line.name)
            .map((component) => (
              <span key={component.key} className="text-caption text-ink-muted block">
                {formatQuantity(component.quantity)} × {component.name}
              </span>
            ))}
      <span className="text-caption figures block lg:hidden">
        {price ? (
          <>
            {setup ? "1" : formatQuantity(line.quantity)} × <Amount value={price} />
          </>
        ) : null}
        {margin?.percent && !setup ? (
          <>
            {" · margin "}
            <Percent value={margin.percent} />
          </>
        ) : null}
      </span>
    </>
  );
}

type LineCostProps = Pick<QuoteLineDto, "cost" | "price"> & { digits: number };

function LineCost({ cost, price, digits }: LineCostProps) {
  const known = knownCost(cost);
  if (!known) return <Unknown why={costUnknownWhy(cost)} />;
  const elsewhere = foreignCurrency(known, price);
  return (
    <>
      <Amount value={known} digits={digits} currency={elsewhere !== null} />
      {known.estimated ? <span className="text-caption block">estimated</span> : null}
      {elsewhere ? <span className="text-caption block">cost in {elsewhere}</span> : null}
    </>
  );
}
