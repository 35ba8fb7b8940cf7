import type { Amount } from "@/lib/domain/money/money";
import type { PublicQuote, PublicQuoteLine } from "@/lib/domain/quotes/public-quote";
import type { QuoteLine } from "@/lib/domain/quotes/quote-line";

export type FieldChange = { readonly field: string; readonly before: string | null; readonly after: string | null };

export type VersionDifference = {
  readonly header: readonly FieldChange[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly { readonly name: string; readonly fields: readonly FieldChange[] }[];
  readonly totals: readonly FieldChange[];
};

type Values = Readonly<Record<string, string | null>>;
type Line = { readonly identity: string; readonly name: string; readonly values: Values };
/** One version brought to plain texts, so that both audiences are compared by the same rule. */
export type VersionContent = { readonly header: Values; readonly lines: readonly Line[]; readonly totals: Values };

export function compareVersions(before: VersionContent, after: VersionContent): VersionDifference {
  const old = byIdentity(before.lines);
  const now = byIdentity(after.lines);
  return {
    header: changedFields(before.header, after.header),
    added: [...now].filter(([id]) => !old.has(id)).map(([, line]) => line.name),
    removed: [...old].filter(([id]) => !now.has(id)).map(([, line]) => line.name),
    changed: [...now].flatMap(([id, line]) => {
      const was = old.get(id);
      const fields = was ? changedFields(was.values, line.values) : [];
      return fields.length > 0 ? [{ name: line.name, fields }] : [];
    }),
    totals: changedFields(before.totals, after.totals),
  };
}

/** What the customer may see of a version. */
export function publicContent(quote: PublicQuote): VersionContent {
  const { title, validUntil, notes, terms, customer, totals } = quote;
  const other = totals.other.map(({ period, total }) => [period, amountWords(total)] as const);
  return {
    header: { title, validUntil, notes, terms, customer: customer.name, contact: customer.contact },
    lines: quote.lines.map((line) => ({
      identity: [line.partNumber, line.planName, line.billingPeriod, line.under === null].join("|"),
      name: line.name,
      values: publicValues(line),
    })),
    totals: {
      oneTime: amountWords(totals.oneTime),
      monthly: amountWords(totals.monthly),
      yearly: amountWords(totals.yearly),
      ...Object.fromEntries(other),
      firstYear: amountWords(totals.firstYear),
      ...(totals.wholeCommitment ? { wholeCommitment: amountWords(totals.wholeCommitment) } : {}),
    },
  };
}

/** The same with cost and margin, for those who may see them; `lines` are the version's own. */
export function internalContent(quote: PublicQuote, lines: readonly QuoteLine[]): VersionContent {
  const content = publicContent(quote);
  const byPosition = new Map(lines.map((line) => [line.position, line]));
  return {
    ...content,
    lines: content.lines.map((line, at) => {
      const own = byPosition.get(quote.lines[at]?.position ?? 0);
      return own ? withCost(line, own) : line;
    }),
  };
}

function publicValues(line: PublicQuoteLine): Values {
  return {
    quantity: line.quantity,
    price: line.price && amountWords(line.price),
    total: line.total && amountWords(line.total),
    setupPrice: line.setupPrice && amountWords(line.setupPrice),
    setupTotal: line.setupTotal && amountWords(line.setupTotal),
    overuse: overuseWords(line.overuse),
    commitment: line.commitment,
    components: line.components.map(({ partNumber, quantity }) => `${quantity} × ${partNumber}`).join(", "),
  };
}

function overuseWords(overuse: PublicQuoteLine["overuse"]): string | null {
  return overuse?.map(({ from, price }) => `from ${from}: ${amountWords(price)} per unit`).join(", ") ?? null;
}

function withCost(line: Line, { cost, margin }: QuoteLine): Line {
  const values = {
    ...line.values,
    cost: "amount" in cost ? amountWords(cost) : null,
    margin: margin && amountWords(margin),
    marginPercent: margin?.percent ?? null,
  };
  return { ...line, values };
}

/** Equal lines of one version are told apart by their count. */
function byIdentity(lines: readonly Line[]): ReadonlyMap<string, Line> {
  const result = new Map<string, Line>();
  for (const line of lines) {
    let count = 1;
    while (result.has(`${line.identity}#${count}`)) count += 1;
    result.set(`${line.identity}#${count}`, line);
  }
  return result;
}

function changedFields(before: Values, after: Values): FieldChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((field) => {
    const [was, is] = [before[field] ?? null, after[field] ?? null];
    return was === is ? [] : [{ field, before: was, after: is }];
  });
}

function amountWords({ amount, currency }: Amount): string {
  return `${amount} ${currency}`;
}
