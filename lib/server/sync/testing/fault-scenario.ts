import { expect } from "vitest";
import type { Fault } from "@/lib/sandbox/faults/fault";
import type { SyncOutcome } from "@/lib/server/sync/run-sync";
import { bringsStrangers, drawFault } from "@/lib/server/sync/testing/fault-plan";
import { type ListHistory, mutateList, watchList } from "@/lib/server/sync/testing/list-mutations";
import { createDraw, type Draw } from "@/lib/server/sync/testing/seeded-draw";
import {
  openVendorStage,
  ownText,
  type Published,
  type StageVendor,
  stageVendors,
  type VendorStage,
} from "@/lib/server/sync/testing/vendor-stage";
import type { CatalogSource } from "@/lib/vendors/catalog-source";

/** Test support: a vendor, what goes wrong at it, and when. */
export type Scenario = {
  readonly vendor: StageVendor;
  readonly draw: Draw;
  readonly faults: readonly Fault[];
  /** Pages before which the list changes. */
  readonly changesBefore: ReadonlySet<number>;
  readonly tokensEndBefore: ReadonlySet<number>;
};

/** One sync through real adapters while things go wrong, and one after they are mended. */
export async function play(scenario: Scenario, { apart = false } = {}): Promise<SyncOutcome> {
  const { vendor, draw, faults, changesBefore, tokensEndBefore } = scenario;
  const stage = await openVendorStage(vendor, { products: 24, pageSize: 5, random: draw.random, apart });
  try {
    const begin = stage.calmSource();
    expect((await (apart ? stage.syncApart(begin) : stage.sync(begin))).state).toBe("succeeded");
    const before = await stage.published();
    const history = watchList(stage);
    stage.beforePage((nth) => {
      if (tokensEndBefore.has(nth)) stage.sandbox.expireTokens();
      if (!changesBefore.has(nth)) return;
      mutateList(stage, draw, `${nth}`);
      history.note();
    });
    for (const fault of faults) stage.sandbox.faults.set(fault);
    const source = stage.quickSource();
    const outcome = await (apart ? stage.syncApart(source) : stage.sync(source));
    const after = await stage.published();
    if (outcome.state === "succeeded") expectTrueCatalog(after, history, faults);
    else expect(after).toEqual(before);
    await expectTrueRecord(stage, source, outcome, after);
    await expectRecovery(stage, faults.some(bringsStrangers));
    return outcome;
  } finally {
    await stage.close();
  }
}

/** Every product that was there all the time is there once, in a state the vendor really had; nothing else is. */
function expectTrueCatalog({ rows }: Published, { ever, always }: ListHistory, faults: readonly Fault[]): void {
  const texts = rows.map(({ data }) => ownText(data));
  const strange = texts.filter((text) => !ever.has(text));
  if (!faults.some(bringsStrangers)) expect(strange).toEqual([]);
  const listed = texts.flatMap((text) => ever.get(text) ?? []);
  expect(new Set(listed).size).toBe(listed.length);
  expect([...always].filter((identity) => !listed.includes(identity))).toEqual([]);
}

/** The row of the sync and the health of its source say what happened. */
async function expectTrueRecord(
  stage: VendorStage,
  source: CatalogSource,
  outcome: SyncOutcome,
  { rows }: Published,
): Promise<void> {
  const row = await stage.db.selectFrom("syncs").selectAll().where("id", "=", outcome.id).executeTakeFirstOrThrow();
  expect(row.state).toBe(outcome.state);
  expect(row.finished_at).not.toBeNull();
  expect(await stage.db.selectFrom("catalog_products").select("key").execute()).toHaveLength(rows.length);
  const health = source.health();
  if (outcome.state === "succeeded") {
    expect(row).toMatchObject({ error: null, error_kind: null });
    expect(outcome.counts.products).toBe(rows.length);
    expect(health).toMatchObject({ reachable: true, credential: "accepted", breaker: "closed" });
    return;
  }
  expect(row.error).toContain(source.label);
  expect(row.error_kind).not.toBe("internal");
  expect(row.error_kind).not.toBeNull();
  if (row.error_kind === "unauthorized") expect(health.credential).toBe("rejected");
  const isOutage = ["timeout", "network", "unavailable"].includes(row.error_kind ?? "");
  // A vendor that only ever asks to slow down is there, and is left alone all the same.
  if (isOutage) expect(health.reachable === false || health.breaker !== "closed").toBe(true);
  if (["rejected", "forbidden", "notFound", "malformed"].includes(row.error_kind ?? "")) {
    expect(health).toMatchObject({ reachable: true, lastError: { message: row.error } });
  }
  if (row.error_kind === "throttled") expect(health.throttled).toBeGreaterThan(0);
}

/** What strangers left behind may need a second look before it is withdrawn. */
async function expectRecovery(stage: VendorStage, mayNeedSecondLook: boolean): Promise<void> {
  stage.sandbox.faults.clear();
  stage.beforePage(() => undefined);
  const first = await stage.sync(stage.calmSource());
  if (first.state !== "succeeded" && mayNeedSecondLook) await stage.sync(stage.calmSource());
  else expect(first).toMatchObject({ state: "succeeded", error: null });
  const texts = (await stage.published()).rows.map(({ data }) => ownText(data));
  expect(texts.toSorted()).toEqual([...stage.held().values()].toSorted());
}

/** Plays what chance makes of a number; the same number always makes the same. */
export async function playSeed(seed: number, options: { readonly apart?: boolean } = {}): Promise<SyncOutcome> {
  const scenario = scenarioOf(seed);
  try {
    return await play(scenario, options);
  } catch (cause) {
    throw new Error(`SEED=${seed}: ${scenario.vendor} ${JSON.stringify(scenario.faults)}`, { cause });
  }
}

function scenarioOf(seed: number): Scenario {
  const draw = createDraw(seed);
  const vendor = draw.pick(stageVendors);
  const faults = Array.from({ length: 1 + draw.below(3) }, () => drawFault(draw, vendor));
  const moments = (count: number) => new Set(Array.from({ length: count }, () => 1 + draw.below(8)));
  return {
    vendor,
    draw,
    faults,
    changesBefore: moments(draw.maybe(40) ? 1 + draw.below(4) : 0),
    tokensEndBefore: moments(draw.maybe(30) ? 1 + draw.below(3) : 0),
  };
}
