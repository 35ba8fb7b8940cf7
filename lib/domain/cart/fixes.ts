import type { CartFix, CartProblemKind } from "@/lib/domain/cart/cart";

type FixContent = Partial<Pick<CartFix, "adds" | "changes" | "removes">>;

/** A fix whose id depends on nothing but what it is for and what it does. */
export function makeFix(kind: CartProblemKind, lineId: string, label: string, content: FixContent): CartFix {
  const { adds = [], changes = [], removes = [] } = content;
  const id = `${kind}.${fingerprint(JSON.stringify([kind, lineId, adds, changes, removes]))}`;
  return { id, label, adds, changes, removes };
}

/** 64 bits of FNV-1a: only to tell apart the few fixes of one cart. */
function fingerprint(text: string): string {
  let [a, b] = [0x811c9dc5, 0x01000193];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b);
  }
  return inHex(a) + inHex(b);
}

const bytesInHex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

function inHex(half: number): string {
  const byteAt = (shift: number) => bytesInHex[(half >>> shift) & 255] ?? "";
  return byteAt(24) + byteAt(16) + byteAt(8) + byteAt(0);
}
