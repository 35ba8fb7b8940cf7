import { Notice } from "@/components/ui/notice";
import type { ProductDto } from "@/lib/contracts/product";
import { languageName } from "@/lib/domain/catalog/language-name";

type LanguageNotesProps = {
  product: Pick<ProductDto, "locale">;
  vendorLabel: string;
  /** The language in force, and what of the address was none. */
  asked: string;
  unknown: string | null;
};

/** Says what the words are in where it is not what was asked for. */
export function LanguageNotes({ product: { locale }, vendorLabel, asked, unknown }: LanguageNotesProps) {
  return (
    <>
      {unknown === null ? null : (
        <Notice tone="low" title="Part of this address is not known here and was left out">
          Language “{unknown}”
        </Notice>
      )}
      {locale === asked ? null : (
        <p className="text-table text-ink-muted">
          {vendorLabel} does not describe this product in {languageName(asked)}: shown in {languageName(locale)}.
        </p>
      )}
    </>
  );
}
