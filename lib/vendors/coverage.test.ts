import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import * as cloudblue from "@/lib/vendors/cloudblue/schemas";
import * as ibm from "@/lib/vendors/ibm/schemas";

/** Every word in backticks, with what stands before a dot left out as well: `provider.name` names "name" too. */
function wordsOf(vendor: string): ReadonlySet<string> {
  const readme = readFileSync(new URL(`./${vendor}/README.md`, import.meta.url), "utf8");
  const quoted = [...readme.matchAll(/`([^`]+)`/g)].flatMap(([, text = ""]) => text.split(/[^\w.-]+/));
  return new Set([...quoted, ...quoted.flatMap((word) => word.split("."))]);
}

const named = (vendor: string, fields: readonly string[]) => fields.filter((field) => !wordsOf(vendor).has(field));

it.each([
  ["ibm", "product", Object.keys(ibm.ProductSchema.shape).filter((field) => field !== "purchasePlans")],
  ["ibm", "plan", Object.keys(ibm.PlanSchema.shape)],
  ["ibm", "configuration", Object.keys(ibm.PlanConfigSchema.shape)],
  ["cloudblue", "product", Object.keys(cloudblue.ProductSchema.shape)],
  ["cloudblue", "price", Object.keys(cloudblue.PriceSchema.shape)],
  ["cloudblue", "token", Object.keys(cloudblue.TokenSchema.shape)],
  ["cloudblue", "estimate", Object.keys(cloudblue.EstimateSchema.shape)],
])("the page of %s says where each field of a %s goes", (vendor, _thing, fields) => {
  expect(fields.length).toBeGreaterThan(1);
  expect(named(vendor, fields)).toEqual([]);
});

it("the page of ibm names every documented endpoint, parameter and field that the schemas leave out", () => {
  const endpoints = ["/reseller/products", "/products", "/categories", "/topics", "/service-types", "/locales"];
  const readme = readFileSync(new URL("./ibm/README.md", import.meta.url), "utf8");
  for (const endpoint of endpoints) expect(readme).toContain(`\`${endpoint}`);
  const parameters = ["locale", "category", "naturalLanguageName", "primaryCategory", "productId", "provider.name"];
  const leftOut = [
    "publishedOn",
    "productPageName",
    "contactModuleKey",
    "currencySymbol",
    "formattedPrice",
    "inAppUrl",
  ];
  const parts = ["partIdentifier", "partType", "required", "allowedPartChanges", "currencyCode", "attributeName"];
  const attributes = ["min", "max", "values", "displayValues", "listUnitPrice", "optional", "unitOfMeasure"];
  const around = ["first", "last", "next", "prev", "self", "count", "offset", "page", "pageSize", "pageTotal", "total"];
  const fields = [...parameters, "serviceType", "topics", ...leftOut, ...parts, ...attributes, ...around];
  const certification = ["readyForProgram", "readyForSubprogram"];
  const support = ["chat", "email", "knowledgebaseUrl", "phone", "url"];
  const nested = ["purchasePlans", "title", "toolTip", ...certification, ...support];
  expect(named("ibm", [...fields, ...nested, "supportsOrderUpdates", "supportsCancellation"])).toEqual([]);
});
