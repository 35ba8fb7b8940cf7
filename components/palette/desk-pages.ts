/** Pages of the desk by name, and other words people may type for them. */
export const deskPages = [
  { label: "Desk", path: "/", also: "home today" },
  { label: "Catalog", path: "/catalog", also: "products search browse" },
  { label: "Favourites", path: "/favourites", also: "lists stars" },
  { label: "Carts", path: "/carts", also: "baskets" },
  { label: "Paste a list", path: "/paste", also: "import upload spreadsheet part numbers" },
  { label: "Quotes", path: "/quotes", also: "offers" },
  { label: "Customers", path: "/customers", also: "clients accounts" },
  { label: "Changes", path: "/changes", also: "news prices new gone" },
  { label: "Status", path: "/status", also: "sync vendors freshness refresh prices" },
  { label: "Settings", path: "/settings", also: "rules users theme keys shortcuts" },
  { label: "Price rules", path: "/settings/price-rules", also: "settings markup floor ceiling cost" },
  { label: "Margin bands", path: "/settings/margin-bands", also: "settings loss low normal high" },
  { label: "Taxonomy", path: "/settings/taxonomy", also: "settings categories topics service types mapping" },
  { label: "Synonyms", path: "/settings/synonyms", also: "settings search words" },
  { label: "Requirements", path: "/settings/requirements", also: "settings any-of all-of depends" },
  { label: "Help", path: "/help", also: "words keys glossary" },
] as const;

/** All the words stand somewhere in the text, at least as its beginning letters. */
export function holdsWords(text: string, words: readonly string[]): boolean {
  const folded = text.toLowerCase();
  return words.every((word) => folded.includes(word));
}
