let kept: string | null = null;

/** Carries a pasted list over to the page for lists: too long for an address, and nobody else's business. */
export function keepPasted(text: string): void {
  kept = text;
}

export function pastedList(): string | null {
  return kept;
}

export function forgetPasted(): void {
  kept = null;
}

/** Two or more lines or cells are a list, not something to search for. */
export function isList(text: string): boolean {
  return text.split(/[\r\n\t]+/).filter((part) => part.trim() !== "").length > 1;
}
