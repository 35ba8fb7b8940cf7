"use client";

import { useId } from "react";
import { languageName } from "@/lib/domain/catalog/language-name";

type LanguageChoiceProps = {
  /** The first is what is shown where nothing was chosen. */
  locales: readonly string[];
  shown: string;
  /** Address without a language, with everything else that is to stay. */
  href: string;
  onChoose: (locale: string | null) => void;
  className?: string;
};

/** Language of the vendors' words. A GET form of its own, so that it works without JavaScript too. */
export function LanguageChoice({ locales, shown, href, onChoose, className = "" }: LanguageChoiceProps) {
  const id = useId();
  if (locales.length < 2) return null;
  const [path = "", search = ""] = href.split("?");
  return (
    <form action={path} className={`flex min-w-0 items-center gap-2 ${className}`}>
      {[...new URLSearchParams(search)].map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <label htmlFor={id} className="sr-only">
        Language
      </label>
      <select
        id={id}
        name="locale"
        className="control min-w-0 max-w-full"
        value={shown}
        onChange={({ target: { value } }) => onChoose(value === locales[0] ? null : value)}
      >
        {locales.map((locale) => (
          <option key={locale} value={locale} lang={locale}>
            {languageName(locale, "itself")}
          </option>
        ))}
      </select>
      <noscript>
        <button type="submit" className="btn">
          Show
        </button>
      </noscript>
    </form>
  );
}
