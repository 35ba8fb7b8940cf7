"use client";

import { Amount, PriceChange } from "@/components/ui/amount";
import { Button } from "@/components/ui/button";
import { formatCount } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import type { StaleSave } from "@/lib/client/cart-queries";
import type { CartDto } from "@/lib/client/cart-shapes";
import type { CartWrite } from "@/lib/client/preview-cart-write";

/** A change that was not taken: why, and the change itself, so that it can be tried again. */
export type CartTrouble = { stale: StaleSave | null; message: string; write: CartWrite };

type CartNoticesProps = {
  cart: CartDto;
  trouble: CartTrouble | null;
  onDismiss: () => void;
  onWrite: (write: CartWrite) => void;
};

export function CartNotices({ cart, trouble, onDismiss, onWrite }: CartNoticesProps) {
  return (
    <div className="mt-4 grid gap-2 empty:hidden">
      {trouble ? <TroubleNotice cart={cart} trouble={trouble} onDismiss={onDismiss} onWrite={onWrite} /> : null}
      <MixedCurrencyNotice cart={cart} />
      <DriftNotice cart={cart} />
    </div>
  );
}

function TroubleNotice({ cart, trouble, onDismiss, onWrite }: CartNoticesProps & { trouble: CartTrouble }) {
  const { stale, write, message } = trouble;
  const undoing = write.kind === "undo";
  return (
    <Notice
      tone="loss"
      role="alert"
      title={stale ? "Someone changed this cart while you did; your change was not saved" : "That was not saved"}
      actions={
        <>
          {undoing && stale ? null : (
            <Button size="small" onClick={() => onWrite(write)}>
              {stale ? "Make my change again" : "Try again"}
            </Button>
          )}
          <Button size="small" tone="quiet" onClick={onDismiss}>
            {stale ? "Leave it" : "Dismiss"}
          </Button>
        </>
      }
    >
      {stale ? (
        <>
          <ul>
            {stale.changed.map((step) => (
              <li key={`${step.at} ${step.label}`}>
                {step.who}: {step.label}
              </li>
            ))}
          </ul>
          <p>Yours was: {describeWrite(write, cart)}. The cart below shows what holds now.</p>
        </>
      ) : (
        <p>{message} The cart below shows what holds.</p>
      )}
    </Notice>
  );
}

function describeWrite(write: CartWrite, cart: CartDto): string {
  if (write.kind === "rename") return `the name “${write.name}”`;
  if (write.kind === "undo") return "an undo";
  const name = cart.lines.find((line) => line.id === write.lineId)?.name ?? "a line that is gone";
  if (write.kind === "quantity") return `${write.quantity} × ${name}`;
  if (write.kind === "remove") return `removing ${name}`;
  if (write.kind === "fix") return `“${write.fix.label}” for ${name}`;
  return `the configuration of ${name}`;
}

function MixedCurrencyNotice({ cart }: { cart: CartDto }) {
  const others = Object.keys(cart.totals).filter((currency) => currency !== cart.currency);
  if (others.length === 0) return null;
  return (
    <Notice tone="low" title={`This cart holds ${[cart.currency, ...others].join(" and ")}`}>
      <p>
        Currencies are never added up or converted: each has its own totals. A quote has one currency, so lines in{" "}
        {others.join(" and ")} keep it from being sent.
      </p>
    </Notice>
  );
}

function DriftNotice({ cart }: { cart: CartDto }) {
  const moved = cart.lines.filter((line) => line.drift !== null && line.price !== null);
  if (moved.length === 0) return null;
  return (
    <Notice tone="info" title={`${formatCount(moved.length, "line")} changed in price since it was added`}>
      <p>This cart always uses today’s prices; quotes that were sent keep theirs.</p>
      <ul className="mt-1 grid gap-0.5">
        {moved.map((line) => (
          <li key={line.id} className="flex flex-wrap gap-x-2">
            <span>{line.name}</span>
            {line.price && line.drift?.priceBefore ? (
              <PriceChange before={line.drift.priceBefore} after={line.price} />
            ) : null}
            {line.drift?.costBefore && line.cost && "amount" in line.cost ? (
              <span className="text-ink-muted">
                cost <PriceChange before={line.drift.costBefore} after={line.cost} />
              </span>
            ) : null}
            {line.price && !line.drift?.priceBefore ? (
              <span>
                now <Amount value={line.price} />
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
