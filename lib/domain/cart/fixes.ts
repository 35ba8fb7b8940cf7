import type { CartFix, CartProblemKind } from "@/lib/domain/cart/cart";

type FixContent = Partial<Pick<CartFix, "adds" | "changes" | "removes">>;

/** A fix whose id depends on nothing but what it is for and what it does. */
export function makeFix(kind: CartProblemKind, lineId: string, label: string, content: FixContent): CartFix {
  const { adds = [], changes = [], removes = [] } = content;
  const id = `${kind}.${fingerprint(kind, lineId, { adds, changes, removes })}`;
  return { id, label, adds, changes, removes };
}

/** 64 bits, in halves. */
type Hash = { a: number; b: number };

/** Only to tell apart the few fixes of one cart; a long cart has thousands, so no text is put together for it. */
function fingerprint(kind: string, lineId: string, { adds, changes, removes }: Required<FixContent>): string {
  const hash = { a: 0x811c9dc5, b: 0x01000193 };
  takeIn(hash, kind);
  takeIn(hash, lineId);
  for (const { vendor, key, plan, quantity, components, attributes } of adds) {
    takeIn(hash, vendor);
    takeIn(hash, key);
    takeIn(hash, plan);
    takeIn(hash, quantity);
    takeIn(hash, components && JSON.stringify(components));
    takeIn(hash, attributes && JSON.stringify(attributes));
  }
  takeInCode(hash, ENDS);
  for (const { lineId: changed, quantity, components } of changes) {
    takeIn(hash, changed);
    takeIn(hash, quantity);
    takeIn(hash, components && JSON.stringify(components));
  }
  takeInCode(hash, ENDS);
  for (const removed of removes) takeIn(hash, removed);
  return inHex(hash.a) + inHex(hash.b);
}

const [LEFT_OUT, ENDS] = [-1, -2];

/** Its length first, so that no two contents read the same. */
function takeIn(hash: Hash, text: string | undefined): void {
  takeInCode(hash, text === undefined ? LEFT_OUT : text.length);
  if (text === undefined) return;
  for (let index = 0; index < text.length; index += 1) takeInCode(hash, text.charCodeAt(index));
}

/** A step of FNV-1a. */
function takeInCode(hash: Hash, code: number): void {
  hash.a = Math.imul(hash.a ^ code, 0x01000193);
  hash.b = Math.imul(hash.b ^ code, 0x85ebca6b);
}

const bytesInHex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

function inHex(half: number): string {
  const byteAt = (shift: number) => bytesInHex[(half >>> shift) & 255] ?? "";
  return byteAt(24) + byteAt(16) + byteAt(8) + byteAt(0);
}
