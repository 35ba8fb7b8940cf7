import { expect, test } from "vitest";
import { examplePlan, exampleProduct } from "@/lib/domain/catalog/arbitrary-product";
import { sampleRow } from "@/lib/domain/catalog/sample-products";
import { inWordsOf } from "@/lib/domain/catalog/in-words-of";

const dollar = examplePlan({ key: "a", name: "Monthly", prices: [sampleRow("price", "10", { currency: "USD" })] });
const euro = examplePlan({ key: "a", name: "Monatlich", prices: [sampleRow("price", "9", { currency: "EUR" })] });
const onlyHere = examplePlan({ key: "b", name: "Yearly" });

test("words change, what is ordered and counted does not", () => {
  const product = exampleProduct({ name: "Backup", categories: ["Storage"], plans: [dollar, onlyHere] });
  const german = exampleProduct({ name: "Sicherung", locale: "de-de", categories: ["Speicher"], plans: [euro] });
  expect(inWordsOf(product, german)).toEqual({
    ...product,
    name: "Sicherung",
    locale: "de-de",
    plans: [{ ...dollar, name: "Monatlich" }, onlyHere],
  });
});
