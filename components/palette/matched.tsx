import { Fragment } from "react";

/** The text with the typed words in bold; bold, not only colour. */
export function Matched({ text, words }: { text: string; words: string }) {
  const wanted = words
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  if (wanted.length === 0) return text;
  const isWanted = new RegExp(`^(?:${wanted.join("|")})$`, "i");
  let at = 0;
  const parts = text.split(new RegExp(`(${wanted.join("|")})`, "gi")).map((part) => {
    at += part.length;
    return { part, at };
  });
  return parts
    .filter(({ part }) => part !== "")
    .map(({ part, at: end }) =>
      isWanted.test(part) ? <b key={end}>{part}</b> : <Fragment key={end}>{part}</Fragment>,
    );
}
