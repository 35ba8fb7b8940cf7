import type { ProductChangeKind } from "@/lib/domain/sync/product-change";

/** One recorded move of an amount; amounts read "19.80 USD", null = the row was not there. */
export type PriceMove = { readonly at: string; readonly old: string | null; readonly new: string | null };

/** Every recorded move of one price row, newest first. */
export type PriceSeries = {
  readonly kind: ProductChangeKind;
  /** The plan and price row: "Standard, recurring". */
  readonly what: string;
  readonly currency: string;
  readonly moves: readonly PriceMove[];
};

type RecordedMove = PriceMove & Pick<PriceSeries, "kind" | "what">;

/** The moves of a product, newest first, brought together row by row in the order they are met. */
export function groupPriceMoves(changes: readonly RecordedMove[]): PriceSeries[] {
  const groups = new Map<string, RecordedMove[]>();
  for (const change of changes) {
    const place = JSON.stringify([change.kind, change.what, currencyOf(change)]);
    const group = groups.get(place);
    if (group) group.push(change);
    else groups.set(place, [change]);
  }
  return [...groups.values()].flatMap((moves) => {
    const [first] = moves;
    if (!first) return [];
    return [{ kind: first.kind, what: first.what, currency: currencyOf(first), moves: moves.map(toMove) }];
  });
}

function toMove({ at, old, new: now }: RecordedMove): PriceMove {
  return { at, old, new: now };
}

function currencyOf(move: PriceMove): string {
  return /[A-Z]{3}$/.exec(move.new ?? move.old ?? "")?.[0] ?? "";
}
