import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";

export function EmptyCart() {
  return (
    <EmptyState
      title="This cart is empty"
      action={
        <>
          <ButtonLink href="/catalog" tone="primary">
            Browse the catalog
          </ButtonLink>
          <ButtonLink href="/paste">Paste a list</ButtonLink>
        </>
      }
    >
      <p>Add products from the catalog, or paste part numbers with quantities from a spreadsheet.</p>
    </EmptyState>
  );
}

export function EmptyCartList() {
  return (
    <div className="panel">
      <EmptyState title="No carts yet" action={<ButtonLink href="/catalog">Browse the catalog</ButtonLink>}>
        <p>A cart collects what one customer asked for. Begin one here, or press Add on a product.</p>
      </EmptyState>
    </div>
  );
}
