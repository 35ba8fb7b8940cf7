import { z } from "zod";

// The made-up vendor's words. A wrong envelope fails the page; the items are judged one by one.

export const ItemListSchema = z.object({
  items: z.array(z.unknown()).max(10_000),
  count: z.number().int().min(0).nullish(),
  cursor: z.object({ next: z.string().max(500).nullish() }),
});

export type ContosoItemList = z.infer<typeof ItemListSchema>;

export const GroupsSchema = z.object({
  groups: z.array(z.string()).max(1_000),
  languages: z.array(z.string()).max(200),
});

/** Judged in the mapper: a bad amount loses the price, not the item. */
const MoneySchema = z.object({ value: z.unknown().optional(), in: z.unknown().optional() });

export type ContosoMoney = z.infer<typeof MoneySchema>;

/** What a basket would cost; nothing is bought. */
export const BasketPriceSchema = z.object({
  sum: MoneySchema.nullish(),
  rows: z.array(z.object({ sku: z.string(), seats: z.unknown().optional(), sum: MoneySchema.nullish() })).max(10_000),
});

export const PingSchema = z.object({ ok: z.literal(true) });

export const EditionSchema = z.object({
  code: z.string().min(1).max(100),
  title: z.string().nullish(),
  seats: z.object({ from: z.unknown().optional(), upTo: z.unknown().optional() }).nullish(),
  /** ISO 8601 durations. */
  term: z.string().nullish(),
  bill: z.string().nullish(),
  buyPrice: MoneySchema.nullish(),
  sellPrice: MoneySchema.nullish(),
});

export type ContosoEdition = z.infer<typeof EditionSchema>;

export const ItemSchema = z.object({
  sku: z.string(),
  title: z.string(),
  family: z.string().nullish(),
  maker: z.string().nullish(),
  group: z.string().nullish(),
  about: z.string().nullish(),
  retired: z.boolean().nullish(),
  editions: z.array(EditionSchema).max(100),
  /** Every inner list needs one of its skus. */
  prerequisites: z
    .array(
      z
        .array(z.object({ sku: z.string().min(1).max(200) }))
        .min(1)
        .max(100),
    )
    .max(100)
    .nullish(),
});

export type ContosoItem = z.infer<typeof ItemSchema>;

export const ErrorSchema = z.object({ fault: z.object({ code: z.string(), text: z.string() }) });
