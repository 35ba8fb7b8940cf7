/** "de-de" → "German (Germany)", or with `of: "itself"` "Deutsch (Deutschland)"; what is no language tag stays as it is written. */
export function languageName(locale: string, of: "english" | "itself" = "english"): string {
  const reader = of === "english" ? "en" : locale;
  try {
    const names = new Intl.DisplayNames(reader, { type: "language", languageDisplay: "standard", fallback: "code" });
    const name = names.of(locale) ?? locale;
    return name.slice(0, 1).toLocaleUpperCase(reader) + name.slice(1);
  } catch (error) {
    // A vendor may write a locale in a form of its own.
    if (error instanceof RangeError) return locale;
    throw error;
  }
}

/** The shortest words that tell the language of a text from the one asked for. */
export function languageBeside(locale: string, asked: string): string {
  const [language = ""] = locale.split("-");
  return language === asked.split("-")[0] ? languageName(locale) : languageName(language);
}
