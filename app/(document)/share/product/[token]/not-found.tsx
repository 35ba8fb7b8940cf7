import { ClosedLink } from "@/components/document/closed-link";

export default function NoSharedProduct() {
  return (
    <ClosedLink
      what="This link does not open a product"
      why="It may no longer be offered, the link may be over, or its address incomplete."
    />
  );
}
