"use client";

import { OptionList } from "@/components/palette/option-list";
import type { FoundOption } from "@/components/palette/use-suggestions";

type SearchSuggestionsProps = {
  id: string;
  options: readonly FoundOption[];
  at: number;
  words: string;
  onHover: (at: number) => void;
  onChoose: (option: FoundOption) => void;
};

/** Under the search box while one types; the box keeps the focus. */
export default function SearchSuggestions(props: SearchSuggestionsProps) {
  return (
    <div className="overlay arrive absolute inset-x-0 top-full z-40 mt-1 max-h-[70vh] overflow-y-auto md:min-w-104">
      <OptionList {...props} label="Suggestions" />
    </div>
  );
}
