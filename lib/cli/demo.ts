import "@/lib/cli/preflight";
import "@/lib/cli/collect-soon";
import { buildApp, isBuilt } from "@/lib/cli/build-app";
import { serve, settingsOrExit } from "@/lib/cli/serve";
import { demoAccounts } from "@/lib/server/demo-accounts";

const settings = settingsOrExit();
process.env.LOG_LEVEL ??= "warn";
if (!isBuilt()) {
  process.stdout.write("Building the app (once, about a minute) …\n");
  buildApp();
}
await serve(settings);
await untilReady(`http://${settings.host}:${settings.port}/api/ready`);
const accounts = demoAccounts(settings) ?? [];
const rows = accounts.map(({ label, email, password }) => `  ${label.padEnd(26)} ${email.padEnd(30)} ${password}`);
process.stdout.write(
  [
    "",
    `Reseller Desk is ready at ${settings.publicUrl}`,
    ...(settings.demo ? ["Demo data: the sandbox vendors stand in for the real ones.", "", ...rows] : []),
    "",
    "Stop it with Ctrl-C.",
    "",
  ].join("\n"),
);

async function untilReady(address: string): Promise<void> {
  for (;;) {
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
