"use client";

import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { OPEN_FAVOURITES, type FavouriteWish } from "@/components/favourites/open-favourites";
import { useRecentProducts } from "@/components/palette/use-recent-products";
import { OPEN_PALETTE, openPalette } from "@/components/palette/open-palette";
import { ASK_TO_LEAVE } from "@/components/shell/desk-view";
import type { DeskView } from "@/lib/contracts/customer-view";

const FavouritesDialog = dynamic(() => import("@/components/favourites/favourites-dialog"), { ssr: false });
const LeaveCustomerView = dynamic(() => import("@/components/shell/leave-customer-view"), { ssr: false });
const Palette = dynamic(() => import("@/components/palette/palette"), { ssr: false });

/** What any page of the desk may open on top of itself; its code comes when first opened. */
export function Overlays({ user, maySync, view }: { user: string; maySync: boolean; view: DeskView | null }) {
  useRecentProducts(user);
  const [wish, setWish] = useState<FavouriteWish | null>(null);
  const [open, setOpen] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const [used, setUsed] = useState({ favourites: false, palette: false, leaving: false });

  useEffect(() => {
    const onFavourites = (event: Event) => {
      setUsed((before) => ({ ...before, favourites: true }));
      setWish((event as CustomEvent<FavouriteWish>).detail);
    };
    const onPalette = () => {
      setUsed((before) => ({ ...before, palette: true }));
      setOpen(true);
    };
    const onLeave = () => {
      setUsed((before) => ({ ...before, leaving: true }));
      setLeaving(true);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      if (event.shiftKey || event.altKey || event.isComposing) return;
      event.preventDefault();
      openPalette();
    };
    document.addEventListener(OPEN_FAVOURITES, onFavourites);
    document.addEventListener(OPEN_PALETTE, onPalette);
    document.addEventListener(ASK_TO_LEAVE, onLeave);
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener(OPEN_FAVOURITES, onFavourites);
      document.removeEventListener(OPEN_PALETTE, onPalette);
      document.removeEventListener(ASK_TO_LEAVE, onLeave);
      document.removeEventListener("keydown", onKey);
    };
  }, []);

  return (
    <>
      {used.favourites ? <FavouritesDialog wish={wish} onClose={() => setWish(null)} /> : null}
      {used.leaving ? <LeaveCustomerView open={leaving} onClose={() => setLeaving(false)} /> : null}
      {used.palette ? (
        <Palette user={user} maySync={maySync} view={view} open={open} onClose={() => setOpen(false)} />
      ) : null}
    </>
  );
}
