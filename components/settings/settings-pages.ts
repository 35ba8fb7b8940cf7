import type { Right } from "@/lib/contracts/session";

export type SettingsEntry = {
  readonly href: string;
  readonly title: string;
  readonly about: string;
  /** Without it the page says who keeps it, so it is not offered. */
  readonly needs: Right | null;
};

export const settingsPages: readonly SettingsEntry[] = [
  {
    href: "/settings/price-rules",
    title: "Price rules",
    about: "How costs become prices, estimated costs, floors and ceilings",
    needs: "costs:read",
  },
  {
    href: "/settings/margin-bands",
    title: "Margin bands",
    about: "Which margins are called loss, low, normal and high",
    needs: "costs:read",
  },
  {
    href: "/settings/taxonomy",
    title: "Taxonomy",
    about: "Under which categories, topics and service types a vendor’s services stand",
    needs: null,
  },
  {
    href: "/settings/synonyms",
    title: "Synonyms",
    about: "Words that mean the same in a search",
    needs: null,
  },
  {
    href: "/settings/requirements",
    title: "Requirements",
    about: "Services whose products need one of the listed products instead of all",
    needs: null,
  },
  {
    href: "/settings/company",
    title: "Company and quotes",
    about: "Who sells, the terms, and what a new quote begins with",
    needs: "settings:write",
  },
];
