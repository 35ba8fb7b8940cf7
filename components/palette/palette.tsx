"use client";

import { useRouter } from "next/navigation";
import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import { optionId } from "@/components/palette/option-id";
import { OptionList } from "@/components/palette/option-list";
import type { Command } from "@/components/palette/use-commands";
import { useFound } from "@/components/palette/use-found";
import { isList, keepPasted } from "@/components/palette/pasted-text";
import { address } from "@/components/ui/address";
import { announce } from "@/components/ui/announce";
import { Button } from "@/components/ui/button";
import { formatCount } from "@/components/ui/format";
import type { DeskView } from "@/lib/contracts/customer-view";

type PaletteProps = { user: string; maySync: boolean; view: DeskView | null; open: boolean; onClose: () => void };

const lightDismiss: object = { closedby: "any" };

/** Everything by name: pages, carts, acts, products and quotes. The field keeps the focus, arrows choose, Enter does. */
export default function Palette({ user, maySync, view, open, onClose }: PaletteProps) {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    if (open && dialog && !dialog.open) dialog.showModal();
    if (!open && dialog?.open) dialog.close();
  }, [open]);
  return (
    <dialog
      ref={ref}
      aria-label="Command palette"
      onClose={onClose}
      {...lightDismiss}
      className="overlay arrive mt-[12vh] w-[min(38rem,calc(100vw-2rem))] overflow-hidden p-0"
    >
      {open ? <PaletteBody user={user} maySync={maySync} view={view} onClose={onClose} /> : null}
    </dialog>
  );
}

function PaletteBody({ user, maySync, view, onClose }: Omit<PaletteProps, "open">) {
  const id = useId();
  const router = useRouter();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const { commands, isSearching, error, retry } = useFound(text, { user, maySync, view });
  const chosenAt = Math.min(at, commands.length - 1);
  const chosen = commands[chosenAt];

  useEffect(() => {
    if (!isSearching && !error) announce(formatCount(commands.length, "result"));
  }, [commands.length, isSearching, error]);

  const run = (command: Command | undefined) => {
    if (!command) return;
    onClose();
    command.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowDown: (at + 1) % Math.max(1, commands.length),
      ArrowUp: (at - 1 + commands.length) % Math.max(1, commands.length),
    };
    const next = steps[event.key];
    if (next !== undefined) {
      event.preventDefault();
      setAt(next);
    } else if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      event.preventDefault();
      run(chosen);
    }
  };
  return (
    <>
      <input
        type="text"
        role="combobox"
        aria-label="Go to, do or find"
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls={id}
        aria-activedescendant={chosen ? optionId(id, chosenAt) : undefined}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog was asked for to type into this field
        autoFocus
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        placeholder="Go to, do or find…"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData("text/plain");
          if (!isList(pasted)) return;
          event.preventDefault();
          keepPasted(pasted);
          onClose();
          router.push(address("/paste"));
        }}
        className="text-reading w-full border-b bg-transparent px-4 py-3 outline-none"
      />
      <OptionList
        id={id}
        label="Results"
        options={commands}
        at={chosenAt}
        words={text}
        onHover={setAt}
        onChoose={run}
        className="max-h-[50vh] overflow-y-auto"
      />
      {error && !isSearching ? (
        <p role="alert" className="text-table text-loss flex items-center justify-between gap-3 border-t px-4 py-2">
          Products and quotes could not be searched: {error.message}
          <Button size="small" onClick={() => void retry()}>
            Try again
          </Button>
        </p>
      ) : null}
      <Footer isSearching={isSearching} />
    </>
  );
}

const hints = [
  ["↑ ↓", "choose"],
  ["Enter", "open"],
  ["Esc", "close"],
] as const;

/** What the keys do here; and that an answer is still on its way. */
function Footer({ isSearching }: { isSearching: boolean }) {
  return (
    <p className="text-caption text-ink-muted bg-canvas flex items-center gap-4 border-t px-4 py-2 max-sm:hidden">
      {hints.map(([key, does]) => (
        <span key={key} className="flex items-center gap-1.5">
          <kbd className="border-line-strong bg-surface rounded-[4px] border px-1 leading-4">{key}</kbd>
          {does}
        </span>
      ))}
      {isSearching ? <span className="ml-auto">Searching…</span> : null}
    </p>
  );
}
