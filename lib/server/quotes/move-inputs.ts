import { z } from "zod";
import { CustomerInputSchema } from "@/lib/contracts/quote";
import type { QuoteMove } from "@/lib/domain/quotes/quote-moves";
import { AppError } from "@/lib/server/app-error";

const version = z.number().int().min(1).max(10_000).optional();
const reason = z.string().trim().max(2000).optional();

const plain = z.strictObject({ version });
const reasoned = z.strictObject({ version, reason });

export const DecisionInputSchema = z.strictObject({
  version,
  name: z.string().trim().min(1).max(200).optional(),
  email: z.email().max(254).optional(),
  title: z.string().trim().max(200).optional(),
  reason,
});

export const CloneInputSchema = z.strictObject({
  version,
  customer: CustomerInputSchema.optional(),
  title: z.string().trim().max(200).optional(),
});

const schemas = {
  submit: reasoned,
  approve: reasoned,
  reject: reasoned,
  reopen: plain,
  send: plain,
  "request-changes": reasoned,
  accept: DecisionInputSchema,
  decline: DecisionInputSchema,
  withdraw: reasoned,
  revise: plain,
  clone: CloneInputSchema,
  order: plain,
  expire: plain,
  supersede: plain,
} satisfies Record<QuoteMove, z.ZodType>;

export type MoveInput = z.output<typeof DecisionInputSchema> & z.output<typeof CloneInputSchema>;

/** What goes with a move. Fields that do not belong to it are refused. */
export function parseMoveInput(move: QuoteMove, body: unknown): MoveInput {
  const parsed = schemas[move].safeParse(body ?? {});
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map((issue) => ({
    path: ["body", ...issue.path].join("."),
    message: issue.message,
  }));
  throw new AppError("invalid", errors[0]?.message ?? "Some values are wrong.", { errors });
}
