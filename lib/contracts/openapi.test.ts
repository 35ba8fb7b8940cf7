import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { allRoutes, openapiDocument } from "@/lib/contracts/openapi";

const api = fileURLToPath(new URL("../../app/api", import.meta.url));

/** "GET /api/carts/{id}" for every handler the app exports. */
function servedRoutes(): string[] {
  const files = readdirSync(api, { recursive: true, withFileTypes: true }).filter((entry) => entry.name === "route.ts");
  return files.flatMap((entry) => {
    const path = `/api/${relative(api, entry.parentPath)}`.replace(/\[([^\]]+)\]/g, "{$1}");
    const source = readFileSync(join(entry.parentPath, entry.name), "utf8");
    const methods = [...source.matchAll(/export (?:const|async function|function) (GET|POST|PUT|PATCH|DELETE)\b/g)];
    return methods.map(([, method]) => `${method} ${path}`);
  });
}

const described = () => allRoutes().map(({ contract }) => `${contract.method} ${contract.path}`);

it("describes every route that is served, and no other", () => {
  expect(described().sort()).toEqual(servedRoutes().sort());
});

it("describes each route once", () => {
  expect(new Set(described()).size).toBe(described().length);
});

it("is an OpenAPI 3.1 document whose operations all have an answer, an id and a security rule", () => {
  const document = openapiDocument() as { openapi: string; paths: Record<string, Record<string, Operation>> };
  expect(document.openapi).toBe("3.1.0");
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
  expect(operations).toHaveLength(described().length);
  expect(new Set(operations.map((operation) => operation.operationId)).size).toBe(operations.length);
  for (const operation of operations) {
    expect(Object.keys(operation.responses)).toContain("default");
    expect(Array.isArray(operation.security)).toBe(true);
  }
});

it("names every parameter of a path", () => {
  const document = openapiDocument() as { paths: Record<string, Record<string, Operation>> };
  for (const [path, methods] of Object.entries(document.paths)) {
    const placeholders = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    for (const operation of Object.values(methods)) {
      const named = (operation.parameters ?? []).filter((parameter) => parameter.in === "path").map(({ name }) => name);
      expect(named.sort()).toEqual(placeholders.sort());
    }
  }
});

type Operation = {
  operationId: string;
  responses: Record<string, unknown>;
  security: unknown;
  parameters?: { in: string; name: string }[];
};
