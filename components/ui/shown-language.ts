/** What is asked for, of the locales there are; a link carries it where it is not the first. */
export type ShownLanguage = { readonly asked: string; readonly linked: string | undefined };

export function shownLanguage(locale: string, locales: readonly string[]): ShownLanguage {
  const [first = ""] = locales;
  const isChosen = locale !== first && locales.includes(locale);
  return { asked: isChosen ? locale : first, linked: isChosen ? locale : undefined };
}
