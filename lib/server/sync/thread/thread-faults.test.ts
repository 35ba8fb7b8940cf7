import { expect, it } from "vitest";
import { playSeed } from "@/lib/server/sync/testing/fault-scenario";

const soak = process.env.SOAK === "1";
const runs = process.env.SEED ? 1 : soak ? 500 : 6;
const firstSeed = Number(process.env.SEED ?? 10_000);

it(`${runs} syncs in threads of their own end in the whole catalog or the last good one, whatever goes wrong`, async () => {
  const ends = new Map<string, number>();
  for (let seed = firstSeed; seed < firstSeed + runs; seed += 1) {
    const { state } = await playSeed(seed, { apart: true });
    ends.set(state, (ends.get(state) ?? 0) + 1);
  }
  if (!soak) return;
  // Both ends are reached often, or the faults would prove nothing.
  expect(ends.get("succeeded")).toBeGreaterThan(runs / 6);
  expect(ends.get("failed")).toBeGreaterThan(runs / 6);
}, 3_600_000);
