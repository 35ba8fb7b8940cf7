"use client";

import { X } from "lucide-react";
import { useEffect, useId, useRef, type ReactNode } from "react";
import { Button } from "@/components/ui/button";

type DialogProps = {
  open: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  /** Acts at the foot; the one that does it last. */
  actions?: ReactNode;
  /** `sheet` slides over from the left edge and takes the full height: for filters on a phone. */
  shape?: "box" | "sheet";
  wide?: boolean;
};

/** A press outside closes, where the browser knows the attribute. */
const lightDismiss: object = { closedby: "any" };

/** The browser's own modal dialog: it traps focus, closes on Escape and gives focus back. */
export function Dialog({ open, onClose, title, children, actions, shape = "box", wide }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    if (open && !dialog.open) dialog.showModal();
    if (!open && dialog.open) dialog.close();
  }, [open]);

  const size = wide ? "w-[min(48rem,calc(100vw-2rem))]" : "w-[min(30rem,calc(100vw-2rem))]";
  const frame =
    shape === "sheet" ? "m-0 h-dvh max-h-none w-[min(22rem,92vw)] rounded-l-none" : `${size} max-h-[calc(100dvh-2rem)]`;
  return (
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      onClose={onClose}
      {...lightDismiss}
      className={`overlay arrive p-0 ${frame}`}
    >
      {open ? (
        <div className="flex h-full max-h-[inherit] flex-col">
          <header className="flex items-center justify-between gap-4 border-b py-2 pr-2 pl-4">
            <h2 id={titleId} className="text-title font-strong">
              {title}
            </h2>
            <Button tone="quiet" square aria-label="Close" onClick={onClose}>
              <X aria-hidden="true" />
            </Button>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-4 py-4">{children}</div>
          {actions ? <footer className="flex flex-wrap justify-end gap-2 border-t px-4 py-3">{actions}</footer> : null}
        </div>
      ) : null}
    </dialog>
  );
}
