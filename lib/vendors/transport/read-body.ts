export type Body = { readonly kind: "whole"; readonly bytes: Uint8Array<ArrayBuffer> } | { readonly kind: "tooLarge" };

/**
 * Reads a body while counting its decompressed bytes, so that a small compressed answer cannot fill the memory. A body
 * that is cut off rejects with the transport's own error.
 */
export async function readBody(response: Response, bytesMax: number, onChunk: () => void): Promise<Body> {
  if (response.body === null) return { kind: "whole", bytes: new Uint8Array() };
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    onChunk();
    length += part.value.byteLength;
    if (length > bytesMax) {
      await reader.cancel().catch(() => undefined);
      return { kind: "tooLarge" };
    }
    chunks.push(part.value);
  }
  return { kind: "whole", bytes: joined(chunks, length) };
}

/** In memory of their own, so that they can move to another thread. */
function joined(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}
