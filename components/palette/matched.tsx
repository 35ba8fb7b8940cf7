import { Fragment } from "react";
import { matchedParts } from "@/components/palette/matched-parts";

/** The text with the typed words in bold; bold, not only colour. */
export function Matched({ text, words }: { text: string; words: string }) {
  return matchedParts(text, words).map(({ at, part, isMatch }) =>
    isMatch ? <b key={at}>{part}</b> : <Fragment key={at}>{part}</Fragment>,
  );
}
