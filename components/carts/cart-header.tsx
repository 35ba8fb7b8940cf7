"use client";

import { ClipboardPaste, FileText, Trash2, Undo2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { CartCustomer } from "@/components/customers/cart-customer";
import { MakeQuoteDialog } from "@/components/carts/make-quote-dialog";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { formatCount } from "@/components/ui/format";
import { Menu } from "@/components/ui/menu";
import { toast } from "@/components/ui/toast";
import { deleteCart, forgetCart } from "@/lib/client/cart-queries";
import type { CartDto } from "@/lib/client/cart-shapes";
import type { CartWrite } from "@/lib/client/preview-cart-write";

type CartHeaderProps = { cart: CartDto; saving: boolean; touched: boolean; onWrite: (write: CartWrite) => void };

export function CartHeader({ cart, saving, touched, onWrite }: CartHeaderProps) {
  const [quoting, setQuoting] = useState(false);
  const problems = cart.problems.length;
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        <CartName key={cart.name} name={cart.name} onRename={(name) => onWrite({ kind: "rename", name })} />
        <p className="text-table text-ink-muted mt-0.5 flex flex-wrap items-center gap-x-2">
          <span>{formatCount(cart.lines.length, "line")}</span>
          <span aria-hidden="true">·</span>
          <span>{cart.currency}</span>
          <span aria-hidden="true">·</span>
          <CartCustomer cart={cart} />
          <span className={problems > 0 ? "text-low font-medium" : undefined}>
            {problems === 0 ? "no problems" : formatCount(problems, "problem")}
          </span>
          <span aria-hidden="true">·</span>
          <span>{saving ? "Saving…" : touched ? "Saved" : "Every change saves itself"}</span>
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Button
          tone="quiet"
          disabled={cart.undo === null}
          aria-keyshortcuts="Control+Z Meta+Z"
          title={cart.undo === null ? "Nothing to take back" : `Take back: ${cart.undo} (Ctrl Z)`}
          onClick={() => onWrite({ kind: "undo" })}
        >
          <Undo2 aria-hidden="true" />
          <span className="max-w-64 truncate leading-normal">{cart.undo === null ? "Undo" : `Undo: ${cart.undo}`}</span>
        </Button>
        <ButtonLink href="/paste" tone="plain">
          <ClipboardPaste aria-hidden="true" />
          Paste a list
        </ButtonLink>
        <Button tone="primary" disabled={cart.lines.length === 0} onClick={() => setQuoting(true)}>
          <FileText aria-hidden="true" />
          Make quote
        </Button>
        <CartMenu cart={cart} />
      </div>
      <MakeQuoteDialog cart={cart} open={quoting} onClose={() => setQuoting(false)} />
    </header>
  );
}

/** The name is its own field: it saves on Enter or on leaving, Escape puts the old one back. */
function CartName({ name, onRename }: { name: string; onRename: (name: string) => void }) {
  const [draft, setDraft] = useState(name);
  const settle = () => {
    const wanted = draft.trim();
    if (wanted === "") setDraft(name);
    else if (wanted !== name) onRename(wanted);
  };
  return (
    <h1 className="text-heading font-strong">
      <span className="sr-only">Cart {name}</span>
      <input
        id="cart-name"
        aria-label="Name of the cart"
        className="hover:border-line-strong focus:border-line-control rounded-control field-sizing-content max-w-full min-w-32 -ml-[7px] border border-transparent bg-transparent px-1.5 py-0.5 font-strong"
        value={draft}
        maxLength={120}
        autoComplete="off"
        onChange={(event) => setDraft(event.target.value)}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === "Enter") event.currentTarget.blur();
          if (event.key === "Escape") setDraft(name);
        }}
      />
    </h1>
  );
}

function CartMenu({ cart }: { cart: CartDto }) {
  const router = useRouter();
  const client = useQueryClient();
  const remove = async () => {
    try {
      await deleteCart(cart.id);
      router.push("/carts");
      forgetCart(client, cart.id);
      toast(`Cart “${cart.name}” deleted`);
    } catch (error) {
      toast(error instanceof Error ? error.message : "The cart could not be deleted.", { tone: "loss" });
    }
  };
  return (
    <Menu label="More" name="More acts on this cart" className="w-56">
      <p className="text-caption text-ink-muted px-2.5 py-1.5">Quotes made from this cart stay as they are.</p>
      <button type="button" className="menu-item text-loss" data-closes onClick={() => void remove()}>
        <Trash2 aria-hidden="true" />
        Delete this cart
      </button>
    </Menu>
  );
}
