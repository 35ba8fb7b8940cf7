import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { crawlAll } from "@/lib/vendors/contract-suite";
import { readVendorSettings } from "@/lib/vendors/define-vendor";
import { testVendors } from "@/lib/vendors/testing/contoso/registry";
import { type ContosoSandbox, startContosoSandbox } from "@/lib/vendors/testing/contoso/sandbox";

let sandbox: ContosoSandbox;
beforeAll(async () => {
  sandbox = await startContosoSandbox({ products: 12 });
});
afterAll(() => sandbox.close());

const variables = () => ({
  CONTOSO_BASE_URL: ` ${sandbox.settings.contoso.baseUrl} `,
  CONTOSO_API_KEY: sandbox.settings.contoso.apiKey,
  IBM_CLIENT_ID: "of no interest here",
});
const [contoso] = testVendors;

describe("the variables of a third vendor", () => {
  it("are named by its own registry line, and turn it on", async () => {
    const { settings, complaints } = readVendorSettings(testVendors, variables());
    expect(complaints).toEqual([]);
    expect(settings).toEqual(sandbox.settings);
    const source = contoso.create(settings, { timeoutMs: 5_000 });
    expect(source && (await crawlAll(source)).products).toHaveLength(12);
  });

  it("leave it off where none is set", () => {
    const { settings, complaints } = readVendorSettings(testVendors, { IBM_CLIENT_ID: "x", CONTOSO_API_KEY: "  " });
    expect([settings, complaints]).toEqual([{ contoso: null }, []]);
    expect(contoso.create(settings, { timeoutMs: 1 })).toBeNull();
    expect(contoso.secretsOf(settings)).toEqual([]);
  });

  it.each([
    [{ CONTOSO_API_KEY: "key-value" }, "Contoso Cloud is half set: CONTOSO_BASE_URL missing. Set all of it or none."],
    [
      { CONTOSO_BASE_URL: "ftp://contoso.example", CONTOSO_API_KEY: "key-value" },
      "CONTOSO_BASE_URL must begin with https:// (http:// is for this machine only)",
    ],
  ])("are refused by name where they are wrong: %j", (wrong, sentence) => {
    const { complaints } = readVendorSettings(testVendors, wrong);
    expect(complaints).toEqual([sentence]);
    expect(complaints.join()).not.toMatch(/key-value|contoso\.example/);
  });

  it("say which of them must never be logged", () => {
    const { settings } = readVendorSettings(testVendors, variables());
    expect(contoso.secretsOf(settings)).toEqual([sandbox.settings.contoso.apiKey]);
  });
});
