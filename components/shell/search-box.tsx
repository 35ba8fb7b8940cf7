"use client";

import { Search } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { debounce, parseAsInteger, parseAsString, useQueryStates } from "nuqs";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { findExactPartNumber } from "@/lib/client/catalog-queries";
import { productPath } from "@/components/product/product-path";
import { address } from "@/components/ui/address";

/** The desk's one search. On the catalog it narrows the list while one types; Enter on an exact part number opens it. */
export function SearchBox() {
  const router = useRouter();
  const onCatalog = usePathname() === "/catalog";
  const [{ q: query }, setQuery] = useQueryStates(
    { q: parseAsString.withDefault(""), rows: parseAsInteger },
    { history: "replace", limitUrlUpdates: debounce(180) },
  );
  const [text, setText] = useState(query);
  const box = useRef<HTMLInputElement>(null);

  // Back, a chip or a link may change the query while the box is not being typed in.
  useEffect(() => {
    if (document.activeElement !== box.current) setText(onCatalog ? query : "");
  }, [query, onCatalog]);

  const type = (next: string) => {
    setText(next);
    if (onCatalog) void setQuery({ q: next.trim() || null, rows: null });
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const wanted = cleanPaste(text);
    setText(wanted);
    const exact = wanted ? await findExactPartNumber(wanted) : null;
    if (exact) router.push(productPath(exact));
    else if (onCatalog) void setQuery({ q: wanted || null, rows: null });
    else router.push(address(wanted ? `/catalog?q=${encodeURIComponent(wanted)}` : "/catalog"));
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
          onKeyDown={(event) => {
            if (event.key === "Escape" && text) {
              event.preventDefault();
              type("");
            }
          }}
          aria-label="Search products and part numbers"
          aria-keyshortcuts="/"
          placeholder="Search products, part numbers…"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          className="control bg-canvas peer pr-8 pl-8 [&::-webkit-search-cancel-button]:hidden"
        />
        <kbd
          aria-hidden="true"
          className="text-caption text-ink-faint border-line-strong pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 rounded-[4px] border px-1.5 leading-4 peer-focus:hidden max-lg:hidden"
        >
          /
        </kbd>
      </form>
    </search>
  );
}

/** Cells copied from a spreadsheet or a mail bring quotes, odd spaces and commas along. */
function cleanPaste(text: string): string {
  return text
    .replace(/[\u00a0\u200b\ufeff]/g, " ")
    .trim()
    .replace(/^["'“”]+|["'“”,;]+$/g, "")
    .trim();
}
