"use client";

import { Ellipsis } from "lucide-react";
import { useState } from "react";
import { MoveDialog } from "@/components/quotes/move-dialog";
import { arrangeMoves, moveWords } from "@/components/quotes/move-words";
import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";

const besides = (move: string) => move === "accept" || move === "submit";

type QuoteMovesProps = { number: string; version: number; moves: readonly string[]; customer: string };

export function QuoteMoves({ number, version, moves, customer }: QuoteMovesProps) {
  const [asked, setAsked] = useState<string | null>(null);
  const { primary, others } = arrangeMoves(moves);
  const beside = others.filter(besides);
  const inMenu = others.filter((move) => !besides(move));
  return (
    <div className="flex flex-wrap items-center gap-2">
      {inMenu.length > 0 ? (
        <Menu
          label={
            <>
              <Ellipsis aria-hidden="true" />
              More
            </>
          }
          name="More acts on this quote"
          className="w-60"
        >
          {inMenu.map((move) => (
            <button
              key={move}
              type="button"
              data-closes
              className={`menu-item ${moveWords[move]?.tone === "danger" ? "text-loss" : ""}`}
              onClick={() => setAsked(move)}
            >
              {moveWords[move]?.label}
            </button>
          ))}
        </Menu>
      ) : null}
      {beside.map((move) => (
        <Button key={move} onClick={() => setAsked(move)}>
          {moveWords[move]?.label}
        </Button>
      ))}
      {primary ? (
        <Button tone="primary" onClick={() => setAsked(primary)}>
          {moveWords[primary]?.label}
        </Button>
      ) : null}
      <MoveDialog
        key={asked ?? ""}
        move={asked}
        number={number}
        version={version}
        customer={customer}
        onClose={() => setAsked(null)}
      />
    </div>
  );
}
