import { expect, it } from "vitest";
import { eachStore } from "@/lib/server/store/test-stores";
import { holdLease, LEASE_MS, LeaseLost, releaseLease, revokeLease, takeLease } from "@/lib/server/sync/lease";
import type { Database } from "@/lib/server/store/database";
import { writeFenced } from "@/lib/server/sync/sync-context";

const noon = Date.parse("2026-11-22T12:00:00.000Z");
const at = (afterMs: number) => new Date(noon + afterMs);
const claim = (holder: string, now = at(0)) => ({ name: "sync:acme", holder, now, fenceAbove: 0 });

async function granted(db: Database, input: Parameters<typeof takeLease>[1]) {
  const lease = await takeLease(db, input);
  if (!lease) throw new Error("the lease was not granted");
  return lease;
}

eachStore("a lease", (open) => {
  it("has one holder at a time, and a higher number with each", async () => {
    const db = await open();
    const first = await granted(db, claim("first"));
    expect(await takeLease(db, claim("second", at(LEASE_MS - 1)))).toBeNull();
    const second = await granted(db, claim("second", at(LEASE_MS)));
    await releaseLease(db, second);
    const third = await granted(db, claim("third", at(LEASE_MS)));
    const above = await granted(db, { ...claim("fourth", at(3 * LEASE_MS)), fenceAbove: 40 });
    expect([first.fence, second.fence, third.fence, above.fence]).toEqual([1, 2, 3, 41]);
  });

  it("lasts for as long as it is held", async () => {
    const db = await open();
    const lease = await granted(db, claim("first"));
    await holdLease(db, lease, at(LEASE_MS - 1));
    expect(await takeLease(db, claim("second", at(LEASE_MS + 1)))).toBeNull();
    expect(await takeLease(db, claim("second", at(2 * LEASE_MS)))).not.toBeNull();
  });

  it("goes to exactly one of many who claim it at the same time", async () => {
    const db = await open();
    const other = await db.testStore.reopen();
    for (let round = 1; round <= 10; round += 1) {
      const now = at(round * 2 * LEASE_MS);
      const claims = Array.from({ length: 8 }, (_, i) => takeLease(i % 2 ? db : other, claim(`${i}`, now)));
      expect((await Promise.all(claims)).filter((lease) => lease !== null)).toHaveLength(1);
    }
  });

  it("is not released by who no longer holds it", async () => {
    const db = await open();
    const first = await granted(db, claim("first"));
    const second = await granted(db, claim("second", at(LEASE_MS)));
    await releaseLease(db, first);
    await holdLease(db, second, at(LEASE_MS + 1));
    expect(await takeLease(db, claim("third", at(LEASE_MS + 2)))).toBeNull();
  });

  it.each(["taken over", "revoked"])("refuses every write of a holder that was %s", async (how) => {
    const db = await open();
    const lease = await granted(db, claim("sleeper"));
    const context = { db, lease, now: () => at(1), signal: new AbortController().signal };
    const write = (value: string) =>
      writeFenced(context, (trx) =>
        trx.insertInto("settings").values({ key: value, value, updated_at: "2026-11-22" }).execute(),
      );
    await write("before");
    if (how === "revoked") await revokeLease(db, "sync:acme");
    else await granted(db, claim("winner", at(2 * LEASE_MS)));
    await expect(write("after")).rejects.toThrow(LeaseLost);
    expect(await db.selectFrom("settings").select("key").execute()).toEqual([{ key: "before" }]);
  });
});
