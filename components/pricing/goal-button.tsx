"use client";

import { Crosshair } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { CartDto } from "@/lib/client/cart-shapes";

const GoalDialog = dynamic(() => import("@/components/pricing/goal-dialog").then((module) => module.GoalDialog));

/** Stands under the totals it moves. */
export function GoalButton({ cart }: { cart: CartDto }) {
  const [open, setOpen] = useState(false);
  const showsCost = cart.lines.some((line) => line.cost !== undefined);
  if (cart.lines.every((line) => line.price === null)) return null;
  return (
    <div className="border-t px-4 py-2.5">
      <Button tone="quiet" size="small" className="-ml-2" onClick={() => setOpen(true)}>
        <Crosshair aria-hidden="true" />
        {showsCost ? "Aim at a margin or total" : "Aim at a total"}
      </Button>
      {open ? <GoalDialog cart={cart} showsCost={showsCost} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}
