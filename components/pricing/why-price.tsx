"use client";

import { CircleHelp } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

const PriceQuestion = dynamic(() =>
  import("@/components/pricing/price-question").then((module) => module.PriceQuestion),
);

type WhyPriceProps = { path: string; name: string };

export function WhyPrice({ path, name }: WhyPriceProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button tone="quiet" size="small" onClick={() => setOpen(true)}>
        <CircleHelp aria-hidden="true" />
        Why this price?
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={`Why this price? ${name}`} wide>
        {open ? <PriceQuestion path={path} /> : null}
      </Dialog>
    </>
  );
}
