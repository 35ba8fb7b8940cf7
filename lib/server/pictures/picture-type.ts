const signatures: readonly { readonly type: string; readonly at: number; readonly bytes: readonly number[] }[] = [
  { type: "image/png", at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: "image/jpeg", at: 0, bytes: [0xff, 0xd8, 0xff] },
  { type: "image/gif", at: 0, bytes: [0x47, 0x49, 0x46, 0x38, 0x37, 0x61] },
  { type: "image/gif", at: 0, bytes: [0x47, 0x49, 0x46, 0x38, 0x39, 0x61] },
  { type: "image/webp", at: 8, bytes: [0x57, 0x45, 0x42, 0x50] },
];

const RIFF = [0x52, 0x49, 0x46, 0x46];

/** What the first bytes say it is, whatever name or header it came under; null for everything that is no such picture. */
export function pictureType(bytes: Uint8Array): string | null {
  const found = signatures.find((signature) => startsAt(bytes, signature.at, signature.bytes));
  if (!found) return null;
  return found.type === "image/webp" && !startsAt(bytes, 0, RIFF) ? null : found.type;
}

function startsAt(bytes: Uint8Array, at: number, wanted: readonly number[]): boolean {
  return wanted.every((byte, index) => bytes[at + index] === byte);
}
