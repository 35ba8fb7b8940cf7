"use client";

import { FacetPanel, type FacetPanelProps } from "@/components/catalog/facet-panel";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { formatCount } from "@/components/ui/format";

/** Beside the list where there is room. */
export function FilterRail(props: FacetPanelProps) {
  return (
    <aside
      aria-label="Filters"
      id="filters"
      tabIndex={-1}
      className="bg-surface h-full border-r outline-none max-lg:hidden"
    >
      <div className="overflow-y-auto overscroll-contain [scrollbar-width:thin] md:sticky md:top-[calc(3.25rem+var(--band))] md:max-h-[calc(100dvh-3.25rem-var(--band))]">
        <FacetPanel {...props} />
      </div>
    </aside>
  );
}

type FilterSheetProps = FacetPanelProps & { open: boolean; onClose: () => void };

/** Over the list where there is none; its button says what is found so far. */
export function FilterSheet({ open, onClose, ...props }: FilterSheetProps) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Filters"
      shape="sheet"
      actions={
        <Button tone="primary" size="large" className="w-full" onClick={onClose}>
          Show {formatCount(props.catalog.list?.total ?? 0, "product")}
        </Button>
      }
    >
      <div className="-mx-4 -my-4">
        <FacetPanel {...props} />
      </div>
    </Dialog>
  );
}
