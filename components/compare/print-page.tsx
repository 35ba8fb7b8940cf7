"use client";

import { Printer } from "lucide-react";
import { Button } from "@/components/ui/button";

export function PrintPage() {
  return (
    <Button onClick={() => globalThis.print()}>
      <Printer aria-hidden="true" />
      Print
    </Button>
  );
}
