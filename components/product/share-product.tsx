"use client";

import { Share2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";

const ProductLinks = dynamic(() => import("@/components/product/product-links").then((module) => module.ProductLinks), {
  loading: () => <Skeleton className="h-40" />,
});

type ShareProductProps = {
  product: { vendor: string; key: string; name: string };
  /** The currency on screen; the customer sees the same. */
  currency: string | null;
};

/** Leads to links that show the product to a customer without any cost; what they need is loaded when it is opened. */
export function ShareProduct({ product, currency }: ShareProductProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Share2 aria-hidden="true" />
        Share with a customer
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={`Share ${product.name}`}>
        <ProductLinks product={product} currency={currency} />
      </Dialog>
    </>
  );
}
