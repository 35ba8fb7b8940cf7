"use client";

import { Command, Search } from "lucide-react";
import dynamic from "next/dynamic";
import { usePathname, useRouter } from "next/navigation";
import { parseAsInteger, parseAsString, useQueryStates } from "nuqs";
import { type ClipboardEvent, type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useNarrowSoon } from "@/components/shell/use-narrow-soon";
import { optionId } from "@/components/palette/option-id";
import { openPalette } from "@/components/palette/open-palette";
import { isList, keepPasted } from "@/components/palette/pasted-text";
import { type FoundOption, useSuggestions } from "@/components/palette/use-suggestions";
import { address } from "@/components/ui/address";
import { findExactPartNumber } from "@/lib/client/suggest-queries";

const SearchSuggestions = dynamic(() => import("@/components/palette/search-suggestions"), { ssr: false });

const LIST_ID = "desk-suggestions";

/** The desk's one search. On the catalog it narrows the list while one types; Enter on an exact part number opens it. */
export function SearchBox() {
  const router = useRouter();
  const pathname = usePathname();
  const onCatalog = pathname === "/catalog";
  const [{ q: query, locale }, setQuery] = useQueryStates(
    { q: parseAsString.withDefault(""), locale: parseAsString.withDefault(""), rows: parseAsInteger },
    { history: "replace" },
  );
  const [text, setText] = useState(query);
  const [open, setOpen] = useState(false);
  const [seenOn, setSeenOn] = useState(pathname);
  const box = useRef<HTMLInputElement>(null);
  const { options, at, setAt, move } = useSuggestions(text, { open, locale });
  const chosen = options[at];

  // Another page begins with what its address asks for, whoever has the focus.
  if (seenOn !== pathname) {
    setSeenOn(pathname);
    setText(onCatalog ? query : "");
    setOpen(false);
  }

  // Back, a chip or a link may change the query while the box is not being typed in.
  useEffect(() => {
    if (document.activeElement !== box.current) setText(onCatalog ? query : "");
  }, [query, onCatalog]);

  const narrow = (next: string) => {
    const wanted = next.trim();
    if (onCatalog && wanted !== query) void setQuery({ q: wanted || null, rows: null });
  };
  const { narrowSoon, forget } = useNarrowSoon(box, narrow);
  const type = (next: string) => {
    setText(next);
    setOpen(next.trim() !== "");
    narrowSoon(next);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setOpen(false);
    const wanted = cleanPaste(text);
    setText(wanted);
    forget();
    narrow(wanted);
    const asked = globalThis.location.pathname;
    const exact = wanted ? await findExactPartNumber(wanted, locale) : null;
    // Whoever has gone elsewhere meanwhile stays there.
    if (globalThis.location.pathname !== asked || document.activeElement !== box.current) return;
    if (exact) router.push(address(exact));
    else if (!onCatalog) router.push(address(listPath(wanted, locale)));
  };

  const choose = (option: FoundOption) => {
    setOpen(false);
    router.push(address(option.path));
    box.current?.blur();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape" && (open || text)) {
      event.preventDefault();
      if (open && options.length > 0) setOpen(false);
      else {
        forget();
        setText("");
        narrow("");
      }
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && text.trim() !== "") {
      event.preventDefault();
      if (open) move(event.key === "ArrowDown" ? 1 : -1);
      else setOpen(true);
    } else if (event.key === "Enter" && chosen && !event.nativeEvent.isComposing) {
      event.preventDefault();
      choose(chosen);
    }
  };
  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData("text/plain");
    if (!isList(pasted)) return;
    event.preventDefault();
    keepPasted(pasted);
    setOpen(false);
    router.push(address("/paste"));
  };

  return (
    <search className="w-full">
      <form action="/catalog" onSubmit={(event) => void submit(event)} className="relative">
        <Search
          aria-hidden="true"
          className="text-ink-faint pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2"
        />
        <input
          ref={box}
          id="desk-search"
          name="q"
          type="search"
          value={text}
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onBlur={() => setOpen(false)}
          role="combobox"
          aria-expanded={options.length > 0}
          aria-autocomplete="list"
          aria-controls={options.length > 0 ? LIST_ID : undefined}
          aria-activedescendant={chosen ? optionId(LIST_ID, at) : undefined}
          aria-label="Search products and part numbers"
          aria-keyshortcuts="/"
          placeholder="Search products, part numbers…"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          className="control bg-canvas peer pr-9 pl-8 text-ellipsis xl:not-focus:pr-16 [&::-webkit-search-cancel-button]:hidden"
        />
        <kbd
          aria-hidden="true"
          className="text-caption text-ink-faint border-line-strong pointer-events-none absolute top-1/2 right-9 -translate-y-1/2 rounded-[4px] border px-1.5 leading-4 peer-focus:hidden max-xl:hidden"
        >
          /
        </kbd>
        <button
          type="button"
          className="btn absolute top-1/2 right-1 size-6 -translate-y-1/2"
          data-tone="quiet"
          data-square
          aria-label="Command palette"
          title="Go to, do or find anything (Ctrl K)"
          onClick={openPalette}
        >
          <Command aria-hidden="true" className="size-3.5!" />
        </button>
        {options.length > 0 ? (
          <SearchSuggestions id={LIST_ID} options={options} at={at} words={text} onHover={setAt} onChoose={choose} />
        ) : null}
      </form>
    </search>
  );
}

function listPath(words: string, locale: string): string {
  const search = new URLSearchParams([...(words ? [["q", words]] : []), ...(locale ? [["locale", locale]] : [])]);
  return search.size > 0 ? `/catalog?${search}` : "/catalog";
}

/** Cells copied from a spreadsheet or a mail bring quotes, odd spaces and commas along. */
function cleanPaste(text: string): string {
  return text
    .replace(/[\u00a0\u200b\ufeff]/g, " ")
    .trim()
    .replace(/^["'“”]+|["'“”,;]+$/g, "")
    .trim();
}
