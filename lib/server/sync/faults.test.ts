import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { FAULT_KINDS } from "@/lib/sandbox/faults/fault";
import { smallFaults } from "@/lib/server/sync/testing/fault-plan";
import { play, playSeed } from "@/lib/server/sync/testing/fault-scenario";
import { createDraw } from "@/lib/server/sync/testing/seeded-draw";
import { listRoutes, stageVendors } from "@/lib/server/sync/testing/vendor-stage";

const soak = process.env.SOAK === "1";

const none: ReadonlySet<number> = new Set();

describe.each(stageVendors)("each fault of %s alone", (vendor) => {
  const timings = [{}, { after: 2, times: 1 }, ...(soak ? [{ every: 3 }, { after: 3 }] : [])];

  it.each(smallFaults)("$kind ends in the whole catalog or the last good one: %o", async (fault) => {
    for (const timing of timings) {
      const faults = [{ ...fault, ...timing, vendor, route: listRoutes[vendor] }];
      await play({ vendor, draw: createDraw(1), faults, changesBefore: none, tokensEndBefore: none });
    }
  });

  it("includes every kind the sandbox has", () => {
    expect(new Set(smallFaults.map(({ kind }) => kind))).toEqual(new Set(FAULT_KINDS));
  });
});

describe("faults in any company", () => {
  const firstSeed = Number(process.env.SEED ?? 0);
  const runs = process.env.SEED ? 1 : soak ? 800 : 60;

  it(`end ${runs} syncs in the whole catalog or the last good one`, async () => {
    const ends = new Map<string, number>();
    let heapAfterWarmUp = 0;
    for (let seed = firstSeed; seed < firstSeed + runs; seed += 1) {
      const { state } = await playSeed(seed);
      ends.set(state, (ends.get(state) ?? 0) + 1);
      if (seed - firstSeed === Math.floor(runs / 3)) heapAfterWarmUp = heapInUse();
    }
    if (runs === 1) return;
    // Both ends are reached often, or the faults would prove nothing.
    expect(ends.get("succeeded")).toBeGreaterThan(runs / 6);
    expect(ends.get("failed")).toBeGreaterThan(runs / 6);
    expect(heapInUse() - heapAfterWarmUp).toBeLessThan(60 * 1024 * 1024);
  }, 3_600_000);
});

/** Without it the figure would tell when the engine last tidied up, not what is still in use. */
function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
}

function heapInUse(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}
