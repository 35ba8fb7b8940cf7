"use client";

import { useQuery } from "@tanstack/react-query";
import { usePathname, useRouter } from "next/navigation";
import { deskPages } from "@/components/palette/desk-pages";
import type { Option } from "@/components/palette/option-list";
import { askToLeave, changeView } from "@/components/shell/desk-view";
import { SHOW_KEYS } from "@/components/shell/shortcuts";
import { applyTheme, themes } from "@/components/shell/theme";
import { address } from "@/components/ui/address";
import { announce } from "@/components/ui/announce";
import { formatCount } from "@/components/ui/format";
import { toast } from "@/components/ui/toast";
import { setActiveCartId } from "@/lib/client/active-cart";
import { useActiveCart, useCreateCart } from "@/lib/client/active-cart-queries";
import { savedViewsQuery } from "@/lib/client/saved-view-queries";
import { startSyncs } from "@/lib/client/status-queries";
import type { DeskView } from "@/lib/contracts/customer-view";

export type Command = Option & {
  /** Other words people may type for it. */
  readonly also?: string;
  readonly run: () => void;
};

/** What can be done without looking for a product. */
export function useCommands(maySync: boolean, view: DeskView | null): readonly Command[] {
  const router = useRouter();
  const pathname = usePathname();
  const { carts, active } = useActiveCart();
  const { data: views = [] } = useQuery(savedViewsQuery);
  const create = useCreateCart();
  const beginCart = () =>
    create.mutate(
      { name: "New cart", currency: active?.currency ?? "USD" },
      {
        onSuccess: (cart) => router.push(address(`/carts/${cart.id}`)),
        onError: (error) => toast(error.message, { tone: "loss" }),
      },
    );
  return [
    ...deskPages
      .filter(({ path }) => path !== pathname)
      .map(({ label, path, also }): Command => {
        return { id: path, group: "Go to", label, also, run: () => router.push(address(path)) };
      }),
    ...views.map((view): Command => ({
      id: `view ${view.id}`,
      group: "Views",
      label: view.name,
      detail: view.own ? (view.shared ? "shared with the team" : "") : `by ${view.ownerName}`,
      also: "saved view list catalog",
      run: () => router.push(address(`/catalog?${view.search}`)),
    })),
    ...(carts ?? []).map((cart): Command => ({
      id: `open ${cart.id}`,
      group: "Carts",
      label: `Open “${cart.name}”`,
      detail: `${formatCount(cart.lineCount, "line")} · ${cart.currency}`,
      also: "cart",
      run: () => router.push(address(`/carts/${cart.id}`)),
    })),
    ...(carts ?? [])
      .filter(({ id }) => id !== active?.id)
      .map((cart): Command => ({
        id: `add to ${cart.id}`,
        group: "Carts",
        label: `Add to “${cart.name}” from now on`,
        also: "switch cart",
        run: () => {
          setActiveCartId(cart.id);
          announce(`${cart.name} is the active cart`);
        },
      })),
    { id: "new cart", group: "Carts", label: "New cart", also: "begin create", run: beginCart },
    ...(active
      ? [
          {
            id: "new quote",
            group: "Do",
            label: `Make a quote from “${active.name}”`,
            also: "new quote offer customer",
            run: () => router.push(address(`/carts/${active.id}`)),
          },
        ]
      : []),
    ...(maySync
      ? [{ id: "sync", group: "Do", label: "Refresh prices", also: "sync vendors update", run: refreshPrices }]
      : []),
    ...(view ? [viewCommand(view)] : []),
    { id: "copy link", group: "Do", label: "Copy link to this page", also: "share address url", run: copyLink },
    ...themes.map((theme): Command => ({
      id: `theme ${theme}`,
      group: "Do",
      label: `Theme: ${theme}`,
      also: "dark light colours appearance",
      run: () => applyTheme(theme),
    })),
    {
      id: "keys",
      group: "Do",
      label: "Show the keys",
      also: "shortcuts keyboard help",
      run: () => document.dispatchEvent(new CustomEvent(SHOW_KEYS)),
    },
  ];
}

function viewCommand(view: DeskView): Command {
  const also = "hide show cost margin customer view client mode";
  if (view === "own") return { id: "view", group: "Do", label: "Customer view: hide costs", also, run: hideCosts };
  return { id: "view", group: "Do", label: "Leave customer view", also, run: askToLeave };
}

function hideCosts(): void {
  changeView("customer");
}

function copyLink(): void {
  navigator.clipboard.writeText(globalThis.location.href).then(
    () => toast("Link copied", { tone: "good" }),
    () => toast("The link could not be copied; copy it from the address bar.", { tone: "loss" }),
  );
}

function refreshPrices(): void {
  startSyncs().then(
    ({ started }) =>
      started.length > 0
        ? toast("The vendors are asked for their prices; Status shows how far it is.", { tone: "good" })
        : toast("A sync is already under way; Status shows how far it is."),
    (error: unknown) => toast(error instanceof Error ? error.message : "The sync was not started.", { tone: "loss" }),
  );
}
