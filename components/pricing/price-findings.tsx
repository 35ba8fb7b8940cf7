import { Hand, OctagonAlert, TriangleAlert } from "lucide-react";
import { formatMoney } from "@/components/ui/format";
import type { CartLineDto } from "@/lib/client/cart-shapes";

type PriceFindingsProps = { findings: CartLineDto["findings"]; label: string };

const words = { block: "Cannot be sent", ask: "Needs approval", warn: "Note" } as const;
const tones = { block: "loss", ask: "low", warn: "info" } as const;
const icons = { block: OctagonAlert, ask: Hand, warn: TriangleAlert };

/** Floors and ceilings a price breaks, each with what follows from it. */
export function PriceFindings({ findings, label }: PriceFindingsProps) {
  if (findings.length === 0) return null;
  return (
    <ul className="mt-2 grid gap-1.5" aria-label={label}>
      {findings.map(({ policy, message, limit }) => {
        const Icon = icons[policy];
        const telling = limit !== null && !message.includes(limit.amount);
        return (
          <li
            key={`${policy} ${message}`}
            data-tone={tones[policy]}
            className="tone rounded-control flex items-start gap-2 px-3 py-1.5"
          >
            <Icon aria-hidden="true" className="mt-0.5" />
            <p className="text-ink">
              <span className="font-medium">{words[policy]}:</span> {message}
              {telling ? ` (${formatMoney(limit)})` : ""}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
