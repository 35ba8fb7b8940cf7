// Lets plain Node run the project's TypeScript: resolves "@/…" from the project root and empties `server-only`,
// which otherwise throws outside the bundler. Used by the commands in this folder and by the benchmarks.
import { registerHooks } from "node:module";
import { existsSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = new URL("../../", import.meta.url);
const emptyModule = "data:text/javascript,";

registerHooks({
  resolve(specifier, context, nextResolve) {
    if (specifier === "server-only") return { url: emptyModule, shortCircuit: true };
    // Packages resolve among themselves; a CommonJS one cannot take the file address we would answer with.
    if (context.parentURL?.includes("/node_modules/")) return nextResolve(specifier, context);
    const isOurs = specifier.startsWith("@/") || (specifier.startsWith(".") && context.parentURL?.endsWith(".ts"));
    if (!isOurs) return nextResolve(specifier, context);
    const base = specifier.startsWith("@/") ? root : context.parentURL;
    const url = new URL(specifier.startsWith("@/") ? specifier.slice(2) : specifier, base);
    const path = fileURLToPath(url);
    for (const candidate of [path, `${path}.ts`, `${path}/index.ts`]) {
      if (existsSync(candidate) && /\.(ts|mjs|js|json)$/.test(candidate)) {
        return nextResolve(pathToFileURL(candidate).href, context);
      }
    }
    return nextResolve(specifier, context);
  },
});
