import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { expect, it } from "vitest";
import { createProductBlocksBuilder, readEachFromBlocks, readFromBlocks } from "@/lib/server/catalog/product-blocks";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

it("gives every product back as it was added, one by one and in turn", () => {
  const products = fc.array(fc.json({ noUnicodeString: false }), { maxLength: 80 });
  fc.assert(
    fc.property(products, (added) => {
      const builder = createProductBlocksBuilder();
      added.forEach((json) => builder.add(json));
      const blocks = builder.finish();
      const all = added.map((_, at) => at);
      expect(all.map((at) => readFromBlocks(blocks, at))).toEqual(added);
      expect([...readEachFromBlocks(blocks, all)]).toEqual(added);
      expect(() => readFromBlocks(blocks, added.length)).toThrow();
    }),
    { numRuns: 30 },
  );
});

it("keeps what is packed and nothing beside it while it is built", async () => {
  const builder = createProductBlocksBuilder();
  const heldMemory = () => {
    collect();
    return process.memoryUsage().arrayBuffers;
  };
  const before = heldMemory();
  for (let i = 0; i < 24 * 500; i += 1) builder.add(JSON.stringify({ key: `product-${i}`, name: "x".repeat(1_500) }));
  const packed = 24 * 500 * 20;
  // Freed buffers are counted off by another thread, a moment after the collection; the last piece of bytes may be empty yet.
  await expect.poll(() => heldMemory() - before, { timeout: 10_000 }).toBeLessThan(packed + 3_000_000);
  expect(builder.finish().bytes.length).toBeLessThan(packed);
});
