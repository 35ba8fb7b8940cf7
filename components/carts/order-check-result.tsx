import { Amount, columnDigits, Unknown } from "@/components/ui/amount";
import { Badge } from "@/components/ui/badge";
import { formatQuantity } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import type { OrderEstimate } from "@/lib/client/order-check-queries";

type Result = { estimate: OrderEstimate; showsCost: boolean };
type Money = OrderEstimate["total"];

/** The vendor's figures beside ours: what it would add and what it would charge otherwise catch the eye. */
export function OrderCheckResult({ estimate, showsCost }: Result) {
  const { lines, vendorLabel, message, vendorTotal, total, difference } = estimate;
  const digits = columnDigits([...lines.flatMap(({ vendorCost, cost }) => [vendorCost, cost]), vendorTotal, total]);
  const differs = difference ? /[1-9]/.test(difference.amount) : false;
  const adds = lines.some(({ lineId }) => lineId === null);
  return (
    <div className="grid gap-3">
      <Notice tone={differs || adds ? "low" : "good"}>{message}</Notice>
      <div className="overflow-x-auto">
        <table className="ledger max-sm:[&_td]:px-1.5 max-sm:[&_th]:px-1.5">
          <caption className="sr-only">The order as {vendorLabel} would take it</caption>
          <thead>
            <tr>
              <th scope="col">Product</th>
              <th scope="col" className="text-end max-sm:hidden">
                Quantity
              </th>
              {showsCost ? (
                <>
                  <th scope="col" className="text-end">
                    <span className="max-sm:hidden">{vendorLabel} asks</span>
                    <span className="sm:hidden">They ask</span>
                  </th>
                  <th scope="col" className="text-end">
                    Our cost
                  </th>
                </>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {lines.map((line, at) => (
              <tr key={line.lineId ?? `${line.partNumber} ${at}`}>
                <th scope="row">
                  <span className="font-medium">{line.name}</span>{" "}
                  {line.lineId === null ? <Badge tone="low">would be added</Badge> : null}
                  <span className="text-caption text-ink-muted block">
                    <span className="part-number">{line.partNumber}</span>
                    {line.quantity === null ? null : (
                      <span className="sm:hidden"> × {formatQuantity(line.quantity)}</span>
                    )}
                  </span>
                </th>
                <td className="figures text-end max-sm:hidden">
                  {line.quantity === null ? "" : formatQuantity(line.quantity)}
                </td>
                {showsCost ? (
                  <>
                    <Figure value={line.vendorCost} digits={digits} unknown={`${vendorLabel} named none`} />
                    <Figure
                      value={line.cost}
                      digits={digits}
                      unknown={line.lineId === null ? "not in the cart" : "not known"}
                    />
                  </>
                ) : null}
              </tr>
            ))}
          </tbody>
          {showsCost ? (
            <tfoot>
              <tr className="font-strong border-t">
                <th scope="row">First bill</th>
                <td className="max-sm:hidden" aria-label="no figure here" />
                <Figure value={vendorTotal} digits={digits} unknown={`${vendorLabel} named no total`} />
                <Figure value={total} digits={digits} unknown="a cost of ours is not known" />
              </tr>
            </tfoot>
          ) : null}
        </table>
      </div>
    </div>
  );
}

type FigureProps = { value: Money; digits: number; unknown: string };

function Figure({ value, digits, unknown }: FigureProps) {
  return (
    <td className="text-end">
      {value ? <Amount value={value} digits={digits} currency /> : <Unknown why={unknown} />}
    </td>
  );
}
