import { z } from "zod";
import type { QuoteDto } from "@/lib/contracts/quote";
import type { Database } from "@/lib/server/store/database";
import type { Viewer } from "@/lib/server/viewer";

const DetailSchema = z.looseObject({
  version: z.number().optional(),
  by: z.string().optional(),
  name: z.string().optional(),
  reason: z.string().nullable().optional(),
  fields: z.array(z.string()).optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  replacedBy: z.number().optional(),
  until: z.string().optional(),
});

type Detail = z.infer<typeof DetailSchema>;

/** What colleagues did and said among themselves. */
const internalActions = ["submit", "approve", "reject", "reopen", "edited"];

/** The quote's log as sentences, oldest first. Nothing in it comes from cost. */
export async function tellTimeline(db: Database, viewer: Viewer, number: string): Promise<QuoteDto["timeline"]> {
  const query = db
    .selectFrom("audit")
    .leftJoin("users", "users.id", "audit.user_id")
    .select(["audit.at", "audit.action", "audit.detail", "users.name as user"])
    .where("audit.entity", "=", "quote")
    .where("audit.entity_id", "=", number)
    .orderBy("audit.at")
    .orderBy("audit.id");
  const shown = viewer.customerView ? query.where("audit.action", "not in", internalActions) : query;
  const rows = await shown.execute();
  return rows.map(({ at, action, detail, user }) => {
    const told = DetailSchema.parse(JSON.parse(detail));
    return {
      at,
      who: user ?? (told.by === "customer" ? (told.name ?? "the customer") : "the desk"),
      what: tell(action, told),
    };
  });
}

function tell(action: string, detail: Detail): string {
  const version = `version ${detail.version ?? 1}`;
  return sentences[action]?.(detail, version) ?? `${action} ${version}`;
}

const because = (reason: string | null | undefined) => (reason ? `: ${reason}` : "");
const onBehalf = (detail: Detail) => (detail.by === "staff" && detail.name ? ` for ${detail.name}` : "");

const sentences: Readonly<Record<string, (detail: Detail, version: string) => string>> = {
  created: (detail) => `made the draft${detail.from ? ` from ${detail.from}` : ""}`,
  edited: (detail, version) => `changed ${detail.fields?.join(", ") ?? "the draft"} of ${version}`,
  submit: (detail, version) => `asked for approval of ${version}${because(detail.reason)}`,
  approve: (detail, version) => `approved ${version}${because(detail.reason)}`,
  reject: (detail, version) => `sent ${version} back to draft${because(detail.reason)}`,
  reopen: (_, version) => `took ${version} back to draft`,
  send: (_, version) => `sent ${version} to the customer`,
  "request-changes": (detail, version) =>
    `noted that the customer wants changes to ${version}${because(detail.reason)}`,
  accepted: (detail, version) => `accepted ${version}${onBehalf(detail)}`,
  declined: (detail, version) => `declined ${version}${onBehalf(detail)}${because(detail.reason)}`,
  withdraw: (detail, version) => `withdrew ${version}${because(detail.reason)}`,
  superseded: (detail, version) => `replaced ${version} by version ${detail.replacedBy ?? "?"}`,
  revise: (_, version) => `began ${version}`,
  clone: (detail) => `copied this quote to ${detail.to ?? "a new one"}`,
  order: (_, version) => `ordered ${version}`,
  "link-created": (detail, version) => `made a link to ${version}${detail.until ? `, good until ${detail.until}` : ""}`,
  "link-withdrawn": () => "withdrew a link",
};
