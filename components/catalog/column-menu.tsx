"use client";

import { Columns3 } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import type { ColumnChooserProps } from "@/components/catalog/column-chooser";
import { Menu } from "@/components/ui/menu";
import { Skeleton } from "@/components/ui/skeleton";

const ColumnChooser = dynamic(() => import("@/components/catalog/column-chooser"), {
  ssr: false,
  loading: () => <Skeleton className="h-72" />,
});

/** What is in it comes when somebody reaches for it. */
export function ColumnMenu(props: ColumnChooserProps) {
  const [near, setNear] = useState(false);
  const approach = () => setNear(true);
  return (
    <div onPointerEnter={approach} onFocus={approach}>
      <Menu
        className="w-72"
        buttonClassName="btn border-line-strong! bg-surface text-ink!"
        label={
          <>
            <Columns3 aria-hidden="true" />
            Columns
          </>
        }
      >
        {near ? <ColumnChooser {...props} /> : null}
      </Menu>
    </div>
  );
}
