"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useDeferredValue, useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import { optionId } from "@/components/palette/option-id";
import { OptionList } from "@/components/palette/option-list";
import { holdsWords } from "@/components/palette/desk-pages";
import { useRecentCommands } from "@/components/palette/use-recent-commands";
import { type Command, useCommands } from "@/components/palette/use-commands";
import { isList, keepPasted } from "@/components/palette/pasted-text";
import { toOption } from "@/components/palette/use-suggestions";
import { address } from "@/components/ui/address";
import { announce } from "@/components/ui/announce";
import { formatCount } from "@/components/ui/format";
import { suggestQuery } from "@/lib/client/suggest-queries";
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
  const { commands, isSearching } = useFound(text, user, { maySync, view });
  const chosenAt = Math.min(at, commands.length - 1);
  const chosen = commands[chosenAt];

  useEffect(() => {
    if (!isSearching) announce(formatCount(commands.length, "result"));
  }, [commands.length, isSearching]);

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
      {commands.length === 0 ? (
        <p className="text-ink-muted px-4 pb-4">{isSearching ? "Searching…" : "Nothing is called that."}</p>
      ) : null}
    </>
  );
}

/** With no words: what one looked at last and what can be done. With words: those that hold them all, then what is found. */
function useFound(text: string, user: string, { maySync, view }: Pick<PaletteProps, "maySync" | "view">) {
  const router = useRouter();
  const own = useCommands(maySync, view);
  const recent = useRecentCommands(user);
  const words = useDeferredValue(text);
  const { data, isFetching } = useQuery(suggestQuery(words));
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return { commands: [...recent, ...own], isSearching: false };
  const matching = own.filter(({ label, also = "" }) => holdsWords(`${label} ${also}`, wanted));
  const found = (data ?? []).map((one) => Object.assign(toOption(one), { run: () => router.push(address(one.path)) }));
  const isExact = data?.[0]?.exact === true;
  const commands: readonly Command[] = isExact ? [...found, ...matching] : [...matching, ...found];
  return { commands, isSearching: isFetching || words !== text };
}
