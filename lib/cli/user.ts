import "@/lib/cli/preflight";
import { parseArgs } from "node:util";
import { text } from "node:stream/consumers";
import { settingsOrExit } from "@/lib/cli/serve";
import { roles, type Role } from "@/lib/contracts/session";
import { disableUser, listUsers, normaliseEmail, PASSWORD_LENGTH_MIN, saveUser } from "@/lib/server/accounts/users";
import { databaseFile, openDatabase } from "@/lib/server/store/database";

const usage = `npm run user -- add EMAIL --role ${roles.join("|")} --password-stdin [--name NAME]
npm run user -- disable EMAIL
npm run user -- list
`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { role: { type: "string" }, name: { type: "string" }, "password-stdin": { type: "boolean" } },
});
const [action, email] = positionals;
const settings = settingsOrExit();
const db = await openDatabase(
  settings.databaseUrl
    ? { kind: "postgres", url: settings.databaseUrl }
    : { kind: "sqlite", file: databaseFile(settings.dataDir) },
);

try {
  if (action === "add" && email) await add(email);
  else if (action === "disable" && email) await disable(email);
  else if (action === "list") await list();
  else fail(usage);
} finally {
  await db.destroy();
}

async function add(address: string): Promise<void> {
  const role = roles.find((known): known is Role => known === values.role);
  if (!role) return fail(`Name a role: --role ${roles.join("|")}`);
  if (!/^\S+@\S+$/.test(address)) return fail("Write the account's mail address.");
  if (!values["password-stdin"]) return fail("Give the password on standard input and say --password-stdin.");
  const password = (await text(process.stdin)).replace(/\r?\n$/, "");
  if (password.length < PASSWORD_LENGTH_MIN || password.length > 256) {
    return fail(`A password needs ${PASSWORD_LENGTH_MIN} to 256 characters.`);
  }
  const outcome = await saveUser(db, { email: address, name: values.name ?? normaliseEmail(address), role, password });
  process.stdout.write(`${outcome}: ${normaliseEmail(address)} (${role})\n`);
}

async function disable(address: string): Promise<void> {
  if (!(await disableUser(db, address))) return fail("There is no such account.");
  process.stdout.write(`disabled: ${normaliseEmail(address)}\n`);
}

async function list(): Promise<void> {
  for (const user of await listUsers(db)) {
    process.stdout.write(`${user.email}\t${user.role}\t${user.disabled_at ? "disabled" : "active"}\n`);
  }
}

function fail(sentence: string): void {
  process.stderr.write(`${sentence.trimEnd()}\n`);
  process.exitCode = 1;
}
