import { productPath } from "@/components/product/product-path";
import { SimilarProducts } from "@/components/product/similar-products";
import { address } from "@/components/ui/address";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { HoverLink } from "@/components/ui/hover-link";
import type { ProductSummary } from "@/lib/contracts/catalog";

type UnknownProductProps = {
  wanted: string;
  /** Its last known name, where the vendor offered it before. */
  name?: string | undefined;
  /** The products that share the part number asked for. */
  candidates?: readonly { vendor: string; key: string; name: string }[] | undefined;
  similar: readonly ProductSummary[];
  labels: Readonly<Record<string, string>>;
};

/** Says what is known of a product that is not there, and leads on to what resembles it. */
export function UnknownProduct({ wanted, name, candidates, similar, labels }: UnknownProductProps) {
  if (candidates) return <SharedNumber candidates={candidates} />;
  return (
    <>
      <EmptyState
        heading="h1"
        title={name ? `${name} is no longer offered` : "This product is not in your catalog"}
        action={
          <>
            <ButtonLink href={address(`/catalog?q=${encodeURIComponent(name ?? wanted)}`)} tone="primary">
              Search the catalog
            </ButtonLink>
            <ButtonLink href={address("/changes?kind=gone")}>What vendors took away</ButtonLink>
          </>
        }
      >
        {name ? (
          <p>The vendor took it out of the catalog. Carts and quotes that hold it keep their line.</p>
        ) : (
          <p>
            Nothing answers to <span className="part-number text-ink break-all">{wanted}</span>. The link may be
            mistyped.
          </p>
        )}
      </EmptyState>
      <div className="mx-auto max-w-3xl px-4 pb-14">
        <SimilarProducts products={similar} labels={labels} />
      </div>
    </>
  );
}

function SharedNumber({ candidates }: { candidates: NonNullable<UnknownProductProps["candidates"]> }) {
  return (
    <EmptyState heading="h1" title={`${candidates.length} products have this part number`}>
      <ul className="mt-2 grid gap-1.5">
        {candidates.map((candidate) => (
          <li key={candidate.key}>
            <HoverLink href={productPath(candidate)} className="link">
              {candidate.name}
            </HoverLink>{" "}
            <span className="part-number">{candidate.key}</span>
          </li>
        ))}
      </ul>
    </EmptyState>
  );
}
