export const VENDORS = ["cloudblue", "ibm"] as const;
/** Ours, or one that a test brings along. */
export type VendorName = (typeof VENDORS)[number] | (string & {});

/** Which requests a fault meets. Everything left out means "any". */
export type FaultScope = {
  vendor?: VendorName;
  /** Route name as in the README: `token`, `products`, `reseller-products`, `plan-config` … */
  route?: string;
  /** Only requests whose path and query contain this text, e.g. `offset=20`. */
  match?: string;
  /** Only every k-th of them. */
  every?: number;
  /** Not the first n of them. */
  after?: number;
  /** At most n times. */
  times?: number;
};

export type FaultKind =
  | { kind: "latency"; ms: number; jitterMs?: number }
  | {
      kind: "status";
      status: number;
      retryAfter?: string | number;
      retryAfterDateIn?: number;
      bodyShape?: "platform" | "spring" | "gateway";
    }
  | { kind: "cut"; bytes: number }
  | { kind: "drip"; bytes: number; ms: number }
  | { kind: "hang"; at?: "start" | "body" }
  | { kind: "reset" }
  | { kind: "down" }
  | { kind: "broken-json" }
  | { kind: "html"; status?: number }
  | { kind: "content-type"; value: string }
  | { kind: "gzip-bomb"; megabytes: number }
  | { kind: "oversize"; megabytes: number }
  | { kind: "body"; form: BodyForm }
  | { kind: "expire-tokens" }
  | { kind: "redirect"; location: string; status?: number }
  | { kind: "total-drift"; step: number }
  | { kind: "no-totals" }
  | { kind: "empty" }
  | { kind: "stuck-page" }
  | { kind: "repeat-page" }
  | { kind: "overlap"; rows: number }
  | { kind: "duplicate-row" }
  | { kind: "foreign-links"; origin: string }
  | { kind: "hostile" }
  | { kind: "broken-records" };

export const BODY_FORMS = [
  "empty",
  "null",
  "array",
  "bom",
  "utf16",
  "deep",
  "duplicate-keys",
  "proto",
  "nan",
  "text-numbers",
] as const;
export type BodyForm = (typeof BODY_FORMS)[number];

export type Fault = FaultScope & FaultKind;
export type ActiveFault = Fault & { id: string; seen: number; hits: number };

type FieldType = "number" | "string" | "text-or-number";
type FieldRule = readonly [name: string, type: FieldType, need: "required" | "optional"];

const KIND_FIELDS: Record<FaultKind["kind"], readonly FieldRule[]> = {
  latency: [
    ["ms", "number", "required"],
    ["jitterMs", "number", "optional"],
  ],
  status: [
    ["status", "number", "required"],
    ["retryAfter", "text-or-number", "optional"],
    ["retryAfterDateIn", "number", "optional"],
    ["bodyShape", "string", "optional"],
  ],
  cut: [["bytes", "number", "required"]],
  drip: [
    ["bytes", "number", "required"],
    ["ms", "number", "required"],
  ],
  hang: [["at", "string", "optional"]],
  reset: [],
  down: [],
  "broken-json": [],
  html: [["status", "number", "optional"]],
  "content-type": [["value", "string", "required"]],
  "gzip-bomb": [["megabytes", "number", "required"]],
  oversize: [["megabytes", "number", "required"]],
  body: [["form", "string", "required"]],
  "expire-tokens": [],
  redirect: [
    ["location", "string", "required"],
    ["status", "number", "optional"],
  ],
  "total-drift": [["step", "number", "required"]],
  "no-totals": [],
  empty: [],
  "stuck-page": [],
  "repeat-page": [],
  overlap: [["rows", "number", "required"]],
  "duplicate-row": [],
  "foreign-links": [["origin", "string", "required"]],
  hostile: [],
  "broken-records": [],
};

const SCOPE_FIELDS: readonly FieldRule[] = [
  ["vendor", "string", "optional"],
  ["route", "string", "optional"],
  ["match", "string", "optional"],
  ["every", "number", "optional"],
  ["after", "number", "optional"],
  ["times", "number", "optional"],
];

export const FAULT_KINDS = Object.keys(KIND_FIELDS);

/** A fault from the control endpoint, or the sentence that says what is wrong with it. */
export function parseFault(value: Readonly<Record<string, unknown>>): Fault | string {
  const kind = FAULT_KINDS.find((name): name is FaultKind["kind"] => name === value.kind);
  if (kind === undefined) return `kind must be one of ${FAULT_KINDS.join(", ")}`;
  const rules = [...SCOPE_FIELDS, ...KIND_FIELDS[kind]];
  const known = new Set(["kind", ...rules.map(([name]) => name)]);
  const stranger = Object.keys(value).find((name) => !known.has(name));
  if (stranger !== undefined) return `${kind} has no field ${stranger}`;
  for (const [name, type, need] of rules) {
    const field = value[name];
    if (field === undefined && need === "optional") continue;
    if (!fits(field, type))
      return `${name} of ${kind} must be ${type === "text-or-number" ? "text or a number" : `a ${type}`}`;
  }
  if (value.vendor !== undefined && !VENDORS.some((name) => name === value.vendor)) {
    return `vendor must be one of ${VENDORS.join(", ")}`;
  }
  return wrongChoice(value) ?? (value as Fault);
}

const CHOICES: Readonly<Record<string, readonly string[]>> = {
  form: BODY_FORMS,
  at: ["start", "body"],
  bodyShape: ["platform", "spring", "gateway"],
};

/** The sentence about a field that may only hold some values and holds another. */
function wrongChoice(value: Readonly<Record<string, unknown>>): string | undefined {
  for (const [name, allowed] of Object.entries(CHOICES)) {
    const field = value[name];
    if (field !== undefined && !allowed.some((one) => one === field))
      return `${name} must be one of ${allowed.join(", ")}`;
  }
  const { status } = value;
  const isStatus = typeof status === "number" && Number.isInteger(status) && status >= 200 && status <= 599;
  return status === undefined || isStatus ? undefined : "status must be a whole number from 200 to 599";
}

function fits(field: unknown, type: FieldType): boolean {
  if (type === "string") return typeof field === "string";
  if (type === "text-or-number" && typeof field === "string") return true;
  return typeof field === "number" && Number.isFinite(field) && field >= 0;
}
