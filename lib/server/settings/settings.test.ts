import { expect, test } from "vitest";
import { addViewer, openTestDesk } from "@/lib/server/carts/test-desk";
import { defaultMarginBands } from "@/lib/domain/pricing/margin-bands";
import {
  marginBandsSetting,
  readMarginBands,
  saveMarginBands,
  showMarginBands,
} from "@/lib/server/settings/margin-bands";
import { readSettings, saveSettings } from "@/lib/server/settings/seller-settings";
import { lastChange } from "@/lib/server/settings/stored-setting";
import { eachStore } from "@/lib/server/store/test-stores";

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => expect.fail("was not refused"),
    (error: { code: string; message: string; extra: Record<string, unknown> }) => error,
  );

eachStore("settings", (open) => {
  async function begin() {
    const db = await open();
    const desk = openTestDesk(db, []);
    return {
      db,
      desk,
      admin: await addViewer(db, "admin", "Ada Admin"),
      manager: await addViewer(db, "manager", "Mia Manager"),
      seller: await addViewer(db, "seller", "Sam Seller"),
      blind: await addViewer(db, "seller-no-cost", "Bo Blind"),
    };
  }
  const bands = (lowBelow: string, highAbove = "20") => ({ lowBelow, highAbove });

  test("begin with what the house starts from, at version 0, changed by nobody", async () => {
    const { db, desk, seller } = await begin();
    expect(await showMarginBands(desk, seller)).toEqual({ value: defaultMarginBands, version: 0 });
    expect(await lastChange(db, marginBandsSetting.key)).toBeNull();
  });

  test("a save raises the version and is logged with old and new", async () => {
    const { db, desk, manager } = await begin();
    const saved = await saveMarginBands(desk, manager, ["0"], bands("8"));
    expect(saved).toEqual({ value: bands("8"), version: 1 });
    expect(await readMarginBands(db)).toEqual(bands("8"));
    expect((await lastChange(db, marginBandsSetting.key))?.by).toBe("Mia Manager");
    const { detail } = await db
      .selectFrom("audit")
      .select("detail")
      .where("entity_id", "=", marginBandsSetting.key)
      .executeTakeFirstOrThrow();
    expect(JSON.parse(detail)).toEqual({ before: defaultMarginBands, after: bands("8") });
  });

  test("saving the same again leaves no trace", async () => {
    const { db, desk, manager } = await begin();
    await saveMarginBands(desk, manager, "any", bands("8"));
    expect((await saveMarginBands(desk, manager, "any", bands("8"))).version).toBe(1);
    const rows = await db.selectFrom("audit").select("id").where("entity", "=", "settings").execute();
    expect(rows).toHaveLength(1);
  });

  test("a stale save is refused with what is there and who did it", async () => {
    const { desk, admin, manager } = await begin();
    await saveMarginBands(desk, manager, ["0"], bands("8"));
    const stale = await refusal(saveMarginBands(desk, admin, ["0"], bands("9")));
    expect(stale).toMatchObject({ code: "stale", extra: { current: bands("8"), version: 1 } });
    expect(stale.message).toContain("Mia Manager");
    expect((await saveMarginBands(desk, admin, ["1"], bands("9"))).version).toBe(2);
  });

  test("of several who save over the same version exactly one wins", async () => {
    const { db, desk, manager } = await begin();
    for (const seen of ["0", "1"]) {
      const saves = ["6", "7", "8", "9"].map((low) => saveMarginBands(desk, manager, [seen], bands(`${low}.${seen}`)));
      const results = await Promise.allSettled(saves);
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    }
    expect(await db.selectFrom("audit").select("id").where("entity", "=", "settings").execute()).toHaveLength(2);
  });

  test("bands are read by those who see costs and changed by those who keep rules", async () => {
    const { desk, seller, blind } = await begin();
    expect((await refusal(showMarginBands(desk, blind))).code).toBe("forbidden");
    expect((await refusal(saveMarginBands(desk, seller, "any", bands("8")))).code).toBe("forbidden");
  });

  test("the company's settings follow the same rule, and keep what was stored before there were versions", async () => {
    const { db, desk, admin, seller } = await begin();
    await db
      .insertInto("settings")
      .values({ key: "seller", value: JSON.stringify({ company: "Old Ltd" }), updated_at: "2026-01-01T00:00:00.000Z" })
      .execute();
    const { value, version } = await readSettings(desk, admin);
    expect([value.company, version]).toEqual(["Old Ltd", 0]);
    expect((await refusal(readSettings(desk, seller))).code).toBe("forbidden");
    await saveSettings(desk, admin, ["0"], { ...value, company: "New Ltd" });
    expect((await refusal(saveSettings(desk, admin, ["0"], value))).code).toBe("stale");
    expect((await readSettings(desk, admin)).value.company).toBe("New Ltd");
  });
});
