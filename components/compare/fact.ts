import type { MarginDto } from "@/lib/contracts/amount";
import type { PlanDto, ProductDto } from "@/lib/contracts/product";

export type Compared = { readonly product: ProductDto; readonly plan: PlanDto; readonly vendorLabel: string };

/** A cell's words; a margin carries its figures, to be judged by the desk's bands. Null = the vendor does not say. */
export type Fact = { readonly text: string; readonly note?: string; readonly margin?: MarginDto };

export type FactRow = {
  readonly name: string;
  readonly hint?: string | null;
  readonly figures?: boolean;
  readonly facts: readonly (Fact | null)[];
};

export const fact = (text: string | null | undefined, note?: string | null): Fact | null =>
  text ? { text, ...(note ? { note } : {}) } : null;

export const row = (name: string, compared: readonly Compared[], of: (one: Compared) => Fact | null): FactRow => ({
  name,
  facts: compared.map(of),
});
