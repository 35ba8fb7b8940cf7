import "@/lib/cli/preflight";
import "@/lib/cli/collect-soon";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "@/lib/cli/build-app";
import { serve, settingsOrExit } from "@/lib/cli/serve";

const settings = settingsOrExit();
if (!existsSync(join(projectRoot, ".next", "BUILD_ID"))) {
  process.stderr.write("Nothing is built yet. Run: npm run build\n");
  process.exit(1);
}
await serve(settings);
