import { deflateRawSync, inflateRawSync } from "node:zlib";
import { createByteList, createIntList } from "@/lib/domain/catalog/index/growing";

/** Products as JSON, packed a few at a time: neighbours resemble each other, so a block shrinks to about a tenth. */
export type ProductBlocks = { readonly bytes: Uint8Array; readonly starts: Uint32Array };

const BLOCK_SIZE = 24;

export type ProductBlocksBuilder = { add(json: string): void; finish(): ProductBlocks };

export function createProductBlocksBuilder(): ProductBlocksBuilder {
  const [packed, starts] = [createByteList(), createIntList()];
  starts.push(0);
  let open: string[] = [];
  const close = () => {
    if (open.length === 0) return;
    // Copied at once: a small answer of zlib lies in a piece of shared memory many times its size and would keep it all.
    packed.pushBytes(deflateRawSync(open.join("\n"), { level: 1 }));
    starts.push(packed.size());
    open = [];
  };
  return {
    add(json) {
      open.push(json);
      if (open.length === BLOCK_SIZE) close();
    },
    finish() {
      close();
      return { bytes: packed.take(), starts: Uint32Array.from(starts.take()) };
    },
  };
}

/** The JSON that was added as number `at`. */
export function readFromBlocks(blocks: ProductBlocks, at: number): string {
  return productIn(linesOf(blocks, Math.floor(at / BLOCK_SIZE)), at);
}

/** The same for ascending numbers; every block is unpacked once. */
export function* readEachFromBlocks(blocks: ProductBlocks, ascending: readonly number[]): Generator<string> {
  let open = -1;
  let lines: readonly string[] = [];
  for (const at of ascending) {
    const block = Math.floor(at / BLOCK_SIZE);
    if (block !== open) lines = linesOf(blocks, block);
    open = block;
    yield productIn(lines, at);
  }
}

/** JSON holds no raw line ends, so they part the products of a block. */
function linesOf({ bytes, starts }: ProductBlocks, block: number): readonly string[] {
  return inflateRawSync(bytes.subarray(starts[block] ?? 0, starts[block + 1] ?? 0))
    .toString("utf8")
    .split("\n");
}

function productIn(lines: readonly string[], at: number): string {
  const json = lines[at % BLOCK_SIZE];
  if (json === undefined) throw new RangeError(`no product at ${at}`);
  return json;
}
