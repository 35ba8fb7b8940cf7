"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { recentProducts } from "@/components/palette/recent-products";
import type { Command } from "@/components/palette/use-commands";
import { address } from "@/components/ui/address";
import { recentQuotesQuery } from "@/lib/client/home-queries";

const QUOTES_MAX = 5;

/** What one looked at last, for a palette nothing was typed into yet. */
export function useRecentCommands(user: string): readonly Command[] {
  const router = useRouter();
  const { data } = useQuery(recentQuotesQuery);
  const products = recentProducts(user).map(({ path, label }): Command => ({
    id: `recent ${path}`,
    group: "Looked at last",
    label,
    run: () => router.push(address(path)),
  }));
  const quotes = (data?.items ?? []).slice(0, QUOTES_MAX).map(({ number, customer }): Command => ({
    id: `recent ${number}`,
    group: "Recent quotes",
    label: number,
    detail: customer.name,
    run: () => router.push(address(`/quotes/${number}`)),
  }));
  return [...products, ...quotes];
}
