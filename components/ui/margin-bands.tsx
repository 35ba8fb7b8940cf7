"use client";

import { createContext, useContext, type ReactNode } from "react";
import { defaultMarginBands, marginBand, type MarginBand, type MarginBands } from "@/lib/domain/pricing/margin-bands";

export const bandTones = { loss: "loss", low: "low", normal: "good", high: "good" } as const;

const Bands = createContext<MarginBands>(defaultMarginBands);

/** The bounds that the desk judges margins by, for every figure beneath. */
export function MarginBandsProvider({ bands, children }: { bands: MarginBands; children: ReactNode }) {
  return <Bands value={bands}>{children}</Bands>;
}

export function useMarginBands(): MarginBands {
  return useContext(Bands);
}

/** Null where there is no percentage to judge. */
export function useMarginBand(percent: string | null): MarginBand | null {
  const bands = useMarginBands();
  return percent === null ? null : marginBand(percent, bands);
}
