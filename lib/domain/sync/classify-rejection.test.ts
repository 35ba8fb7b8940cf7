import { expect, it } from "vitest";
import { classifyRejection } from "@/lib/domain/sync/classify-rejection";

it.each([
  ["no name", "rejected-record", false],
  ["unexpected content in: prices", "rejected-record", false],
  ["cost row: the amount is not a plain decimal; left out, the product stays", "unreadable-amount", true],
  ["price row: the amount is not a plain decimal; left out, the product stays", "unreadable-amount", false],
  ["price row: not a currency; left out, the product stays", "unknown-currency", false],
  ["listed twice with different content; the first is used", "duplicate", false],
])("“%s” is %s", (reason, kind, showsCost) => {
  expect(classifyRejection({ identity: "P1", reason, excerpt: "{}" })).toMatchObject({ kind, reason, showsCost });
});
