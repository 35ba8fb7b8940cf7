import { languageBeside, languageName } from "@/lib/domain/catalog/language-name";

type LanguageTagProps = { locale: string; asked: string };

/** Beside words that the vendor does not have in the language asked for. */
export function LanguageTag({ locale, asked }: LanguageTagProps) {
  if (locale === asked) return null;
  const words = `shown in ${languageName(locale)}`;
  return (
    <span
      className="text-caption text-ink-muted flex-none leading-none! before:mr-1.5 before:content-['·']"
      title={words}
    >
      <span aria-hidden="true">{languageBeside(locale, asked)}</span>
      <span className="sr-only">{words}</span>
    </span>
  );
}
