export type BodyText =
  | { readonly kind: "text"; readonly text: string; readonly bytes: number }
  | { readonly kind: "tooLarge" }
  | { readonly kind: "notUtf8" };

/**
 * Reads a body while counting its decompressed bytes, so that a small compressed answer cannot fill the memory. A body
 * that is cut off rejects with the transport's own error.
 */
export async function readBody(response: Response, bytesMax: number, onChunk: () => void): Promise<BodyText> {
  if (response.body === null) return { kind: "text", text: "", bytes: 0 };
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    onChunk();
    bytes += part.value.byteLength;
    if (bytes > bytesMax) {
      await reader.cancel().catch(() => undefined);
      return { kind: "tooLarge" };
    }
    chunks.push(part.value);
  }
  return decode(chunks, bytes);
}

function decode(chunks: readonly Uint8Array[], bytes: number): BodyText {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks, bytes));
    return { kind: "text", text, bytes };
  } catch {
    return { kind: "notUtf8" };
  }
}
