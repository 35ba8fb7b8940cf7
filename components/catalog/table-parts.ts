import {
  type Column,
  columnOrderingFeature,
  columnPinningFeature,
  columnVisibilityFeature,
  metaHelper,
  type ReactTable,
  type Row,
  rowSelectionFeature,
  tableFeatures,
} from "@tanstack/react-table";
import type { FigureLook } from "@/components/catalog/price-figures";
import type { CartActions } from "@/components/catalog/use-cart-actions";
import type { ShownLanguage } from "@/components/ui/shown-language";
import type { ProductSummary } from "@/lib/contracts/catalog";

export type VendorLabels = Readonly<Record<string, string>>;

export type ColumnLooks = {
  readonly price: FigureLook;
  readonly cost: FigureLook;
  readonly margin: FigureLook;
  readonly vendorLabels: VendorLabels;
  readonly language: ShownLanguage;
};

type ColumnMeta = {
  readonly title: string;
  /** What the head adds in faint ink: "USD", "of price". */
  readonly note?: (currency: string | null) => string | null;
  readonly sort?: "name" | "price" | "margin" | "updated";
  readonly figures?: boolean;
  readonly byDefault?: boolean;
  readonly needsCost?: boolean;
  /** Still shown on a card. */
  readonly onCards?: boolean;
};

type TableMeta = {
  readonly looks: ColumnLooks;
  readonly cart: CartActions;
  readonly words: string;
  readonly onPreview: (product: ProductSummary) => void;
};

/** What of the table library is used. Sorting, filtering, facets and paging are the server's. */
export const tableParts = tableFeatures({
  columnVisibilityFeature,
  columnOrderingFeature,
  columnPinningFeature,
  rowSelectionFeature,
  columnMeta: metaHelper<ColumnMeta>(),
  tableMeta: metaHelper<TableMeta>(),
});

export type ProductTableModel = ReactTable<typeof tableParts, ProductSummary>;
export type ProductColumn = Column<typeof tableParts, ProductSummary>;
export type ProductTableRow = Row<typeof tableParts, ProductSummary>;
