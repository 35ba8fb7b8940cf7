import { Amount, Percent, PriceChange } from "@/components/ui/amount";
import { Badge } from "@/components/ui/badge";
import { formatMoney } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import type { GoalResultDto } from "@/lib/contracts/cart-goal";

const heldWords = { floor: "held by its floor", ceiling: "held by its ceiling" } as const;

/** What the chosen lines would come to, and what keeps them from it. */
export function GoalPreview({ result }: { result: GoalResultDto }) {
  const { before, after, wanted, reached, notes, marginAfter, marginBefore } = result;
  return (
    <section aria-label="Preview" className="mt-4 grid gap-3 border-t pt-4">
      <output className="flex flex-wrap items-baseline gap-x-6 gap-y-1">
        <span className="text-title font-strong">
          <PriceChange before={before} after={after} />
        </span>
        {marginAfter?.percent ? (
          <span>
            Margin{" "}
            {marginBefore?.percent ? (
              <span className="text-ink-faint">
                <Percent value={marginBefore.percent} />
                {" → "}
              </span>
            ) : null}
            <Percent value={marginAfter.percent} />
          </span>
        ) : null}
      </output>
      {reached ? null : (
        <Notice tone="low">
          Floors and ceilings keep {formatMoney(wanted)} out of reach; this is as near as they let it come.
        </Notice>
      )}
      {notes.length > 0 ? (
        <Notice tone="info">
          {notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </Notice>
      ) : null}
      <div className="panel overflow-x-auto">
        <table className="ledger">
          <caption className="sr-only">Prices before and after; nothing is saved yet</caption>
          <thead>
            <tr>
              <th scope="col">Line</th>
              <th scope="col" className="num">
                Price
              </th>
              <th scope="col" className="num">
                Total
              </th>
            </tr>
          </thead>
          <tbody>
            {result.lines.map((line) => (
              <tr key={line.lineId}>
                <th scope="row" className="w-full min-w-40 text-start">
                  {line.name}
                  {line.held ? (
                    <Badge tone="low" className="ml-2">
                      {heldWords[line.held]}
                    </Badge>
                  ) : null}
                </th>
                <td className="num">
                  <PriceChange before={line.before} after={line.after} />
                </td>
                <td className="num">
                  <Amount value={line.totalAfter} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
