import { keepDeskView } from "@/components/shell/desk-view";
import type { DeskView } from "@/lib/contracts/customer-view";

export function DeskViewScript({ view, nonce }: { view: DeskView; nonce: string | undefined }) {
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: keepDeskView(view) }} />;
}
