import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { apiClient, clientWith } from "@/e2e/harness/api-client";
import { expect, test } from "@/e2e/fixtures";
import { projectRoot } from "@/lib/cli/build-app";
import { allRoutes } from "@/lib/contracts/openapi";

const filled = (path: string) => path.replace(/\{\w+\}/g, "1");

test("a stranger reaches nothing that needs an account, whatever the method", async ({ desk }) => {
  const stranger = clientWith(desk.url, null);
  for (const { contract } of allRoutes()) {
    const { access, method, path } = contract;
    if (access === "anyone" || access === "outsider") continue;
    const answer = await stranger.send(filled(path), { method, ...(method === "GET" ? {} : { body: {} }) });
    expect([method, path, answer.status]).toEqual([method, path, 401]);
    expect(answer.body.code).toBe("not-signed-in");
  }
});

test("a forged or damaged cookie is the same as none", async ({ desk }) => {
  const { cookie } = await apiClient(desk, "seller");
  const [name = "", seal = ""] = (cookie ?? "").split(/=(.*)/s);
  for (let position = 0; position < seal.length; position += 7) {
    const letter = seal[position] === "A" ? "B" : "A";
    const damaged = `${name}=${seal.slice(0, position)}${letter}${seal.slice(position + 1)}`;
    expect((await clientWith(desk.url, damaged).send("/api/session")).status).toBe(401);
  }
});

test("routes for managers and administrators refuse sellers", async ({ desk }) => {
  for (const role of ["seller", "seller-no-cost"] as const) {
    const seller = await apiClient(desk, role);
    for (const { contract } of allRoutes()) {
      if (contract.access !== "manager" && contract.access !== "admin") continue;
      const body = contract.method === "GET" ? {} : { body: {} };
      const answer = await seller.send(filled(contract.path), { method: contract.method, ...body });
      expect([contract.path, answer.status, answer.body.code]).toEqual([contract.path, 403, "forbidden"]);
    }
  }
});

test("signing out ends the session for every copy of the cookie", async ({ desk }) => {
  const seller = await apiClient(desk, "seller");
  const copy = clientWith(desk.url, seller.cookie);
  expect((await copy.send("/api/session")).status).toBe(200);
  expect((await seller.send("/api/session", { method: "DELETE" })).status).toBe(204);
  expect((await copy.send("/api/session")).status).toBe(401);
});

test("failed sign-ins are slowed down, and only for the account they were aimed at", async ({ desk }) => {
  const stranger = clientWith(desk.url, null);
  const guess = () =>
    stranger.send("/api/session", { method: "POST", body: { email: "nobody@desk.example", password: "wrong" } });
  const statuses: number[] = [];
  for (let i = 0; i < 8; i += 1) statuses.push((await guess()).status);
  expect(statuses.slice(0, 5)).toEqual([401, 401, 401, 401, 401]);
  const throttled = await guess();
  expect(throttled.status).toBe(429);
  expect(Number(throttled.headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
  expect((await apiClient(desk, "manager")).cookie).toBeTruthy();
});

test("no page shows anything of the desk to a stranger, as HTML or as page data", async ({ desk }) => {
  const pages = ["/", "/catalog", "/carts", "/quotes", "/changes", "/status", "/paste", "/products/cloudblue/x"];
  for (const page of pages) {
    for (const headers of [
      {},
      { rsc: "1" },
      { "next-router-prefetch": "1", rsc: "1" },
      { "x-middleware-subrequest": "proxy" },
    ]) {
      const answer = await fetch(desk.url + page, { redirect: "manual", headers: headers as Record<string, string> });
      const text = await answer.text();
      expect([page, text.includes("Office 365"), text.includes("DEMO-")]).toEqual([page, false, false]);
    }
  }
});

test("neither credentials nor vendor addresses are in what browsers are given", async ({ sandbox }) => {
  const { cloudblue, ibm } = sandbox.settings;
  const secrets = [cloudblue.password, cloudblue.subscriptionKey, cloudblue.username, ibm.clientSecret, ibm.clientId];
  const words = [...secrets, "api.ibm.com", "api.cloud.im", "CLOUDBLUE_", "IBM_CLIENT", "/v2/catalog", "x-ibm-client"];
  const folder = join(projectRoot, ".next", "static");
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(5);
  for (const file of files) {
    const content = readFileSync(join(file.parentPath, file.name), "latin1");
    expect([file.name, words.filter((word) => content.includes(word))]).toEqual([file.name, []]);
  }
});
