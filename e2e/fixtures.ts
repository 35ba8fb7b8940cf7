import { type APIRequestContext, expect, type Page, test as base } from "@playwright/test";
import {
  addTestUsers,
  type Desk,
  emailOf,
  passwordOf,
  type Sandbox,
  startDesk,
  vendorVariables,
} from "@/e2e/harness/desk";
import { type Role, roles } from "@/lib/contracts/session";
import { startSandbox } from "@/lib/sandbox/start-sandbox";

type WorkerFixtures = { sandbox: Sandbox; desk: Desk };

type TestFixtures = {
  /** Signs the page's browser context in through the API, as the sign-in form does. */
  signInAs: (role: Role) => Promise<void>;
  consoleGuard: void;
  /** Console messages a test expects, as patterns. */
  expectedConsole: RegExp[];
};

/** Tests against one desk and one sandbox per worker; anything unexpected on the console fails the test. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  sandbox: [
    async ({}, use) => {
      const sandbox = await startSandbox({});
      await use(sandbox);
      await sandbox.close();
    },
    { scope: "worker" },
  ],
  desk: [
    async ({ sandbox }, use) => {
      const desk = await startDesk({ ...vendorVariables(sandbox), SYNC_INTERVAL_SECONDS: "0" });
      await addTestUsers(desk, roles);
      await use(desk);
      await desk.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  baseURL: async ({ desk }, use) => use(desk.url),
  signInAs: async ({ page, desk }, use) => use((role) => signIn(page.request, desk, role)),
  expectedConsole: async ({}, use) => use([]),
  consoleGuard: [
    async ({ page, expectedConsole }, use) => {
      const seen: string[] = [];
      watchConsole(page, seen);
      await use();
      expect(seen.filter((text) => !expectedConsole.some((pattern) => pattern.test(text)))).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

export async function signIn(request: APIRequestContext, desk: Desk, role: Role): Promise<void> {
  const answer = await request.post(`${desk.url}/api/session`, {
    headers: { origin: desk.url },
    data: { email: emailOf(role), password: passwordOf(role) },
  });
  expect(answer.status()).toBe(200);
}

function watchConsole(page: Page, seen: string[]): void {
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") seen.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => seen.push(`pageerror: ${error.message}`));
}
