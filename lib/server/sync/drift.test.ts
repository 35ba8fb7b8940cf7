import { describe, expect, it } from "vitest";
import { mutateList, watchList } from "@/lib/server/sync/testing/list-mutations";
import { createDraw } from "@/lib/server/sync/testing/seeded-draw";
import { openVendorStage, ownText, type StageVendor } from "@/lib/server/sync/testing/vendor-stage";

const runs = process.env.SOAK === "1" ? 2_000 : 100;
const firstSeed = Number(process.env.SEED ?? 0);

/** A sync whose list is changed between its pages, as often as chance wants. */
async function drift(vendor: StageVendor, seed: number): Promise<string> {
  const draw = createDraw(seed);
  const stage = await openVendorStage(vendor, { products: 24, pageSize: 3 + draw.below(5), random: draw.random });
  try {
    expect((await stage.sync(stage.calmSource())).state).toBe("succeeded");
    const before = await stage.published();
    const history = watchList(stage);
    const unrest = 5 + draw.below(60);
    const quietAfter = 1 + draw.below(30);
    stage.beforePage((nth) => {
      if (nth > quietAfter) return;
      for (let at = 0; at < 3; at += 1) if (draw.maybe(unrest)) mutateList(stage, draw, `${nth}-${at}`);
      history.note();
    });
    const { state } = await stage.sync(stage.quickSource({ timeoutMs: 20_000 }));
    const after = await stage.published();
    if (state !== "succeeded") {
      expect(after).toEqual(before);
      return state;
    }
    const identities = after.rows.map(({ data }) => history.ever.get(ownText(data)));
    // Every state is one the vendor really had, every product is there once, and none is gone that never was away.
    expect(identities).not.toContain(undefined);
    expect(new Set(identities).size).toBe(identities.length);
    expect([...history.always].filter((identity) => !identities.includes(identity))).toEqual([]);
    return state;
  } finally {
    await stage.close();
  }
}

describe.each(["cloudblue", "ibm"] as const)("a list of %s that changes while it is read", (vendor) => {
  it(`loses, doubles and invents nothing in ${runs} syncs`, async () => {
    let succeeded = 0;
    for (let seed = firstSeed; seed < firstSeed + (process.env.SEED ? 1 : runs); seed += 1) {
      try {
        if ((await drift(vendor, seed)) === "succeeded") succeeded += 1;
      } catch (cause) {
        throw new Error(`SEED=${seed} ${vendor}`, { cause });
      }
    }
    if (!process.env.SEED) expect(succeeded).toBeGreaterThan(runs / 4);
  }, 3_600_000);
});

it("a product whose key changes while the vendor tells it twice is there once", async () => {
  expect(await drift("cloudblue", 130)).toBe("succeeded");
});

describe.each(["cloudblue", "ibm"] as const)("a list of %s that counts a record twice", (vendor) => {
  it("is taken over with each product once", async () => {
    const stage = await openVendorStage(vendor, { products: 24, pageSize: 5, random: () => 0 });
    try {
      const { cloudblue, ibm } = stage.sandbox.catalog;
      const [first, twin] = [cloudblue.list.at(3), ibm.list.at(3)];
      if (!first || !twin) throw new Error("the sandbox has products");
      cloudblue.list.add({ ...first });
      ibm.list.add({ ...twin });
      expect(await stage.sync(stage.quickSource())).toMatchObject({ state: "succeeded", counts: { products: 24 } });
    } finally {
      await stage.close();
    }
  });
});
