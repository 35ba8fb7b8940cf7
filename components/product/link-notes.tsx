import { Notice } from "@/components/ui/notice";
import type { PlanDto } from "@/lib/contracts/product";

type LinkNotesProps = {
  /** As the address names them; undefined where it names none. */
  asked: { readonly plan: string | undefined; readonly currency: string | undefined };
  shown: PlanDto | null;
};

/** A link may name a plan or a currency that is not there any more: what stands in its place is never passed off as it. */
export function LinkNotes({ asked: { plan, currency }, shown }: LinkNotesProps) {
  if (!shown) return null;
  const currencies = [shown.price?.currency, ...shown.overuse.map(({ price }) => price.currency)];
  const isOther = plan !== undefined && plan !== shown.key;
  const isElsewhere = currency !== undefined && !currencies.includes(currency);
  if (!isOther && !isElsewhere) return null;
  return (
    <Notice tone="low" title="Part of this link was left out">
      {isOther ? <p>The plan it names is not offered any more; this is “{shown.name}”.</p> : null}
      {isElsewhere ? (
        <p className="wrap-anywhere">
          There is no price in {currency.length > 12 ? "the currency it names" : currency}
          {shown.price ? `; this is ${shown.price.currency}` : ""}.
        </p>
      ) : null}
    </Notice>
  );
}
