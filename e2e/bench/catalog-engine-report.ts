import { z } from "zod";

export const engineNames = ["ours", "itemsjs", "orama", "minisearch", "postgres"] as const;
export type EngineName = (typeof engineNames)[number];

export const EngineJobSchema = z.object({
  engine: z.enum(engineNames),
  products: z.number().int(),
  fillMs: z.number(),
  queryMs: z.number(),
  runs: z.number().int(),
});

export type EngineJob = z.infer<typeof EngineJobSchema>;

const samples = z.array(z.array(z.number()));

export const EngineReportSchema = z.object({
  products: z.number().int(),
  buildMs: z.number(),
  /** Of the queries every engine can answer, to see that all do the same work. */
  totals: z.array(z.number()),
  peer: samples,
  own: samples,
  rss: z.number(),
});

export type EngineReport = z.infer<typeof EngineReportSchema>;
