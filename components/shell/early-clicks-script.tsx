import { keepEarlyClicks } from "@/components/shell/early-clicks";

export function EarlyClicksScript({ nonce }: { nonce: string | undefined }) {
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: keepEarlyClicks }} />;
}
