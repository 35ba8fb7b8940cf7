import { EmptyState } from "@/components/ui/empty-state";
import { FullLoadLink } from "@/components/ui/full-load-link";

export default function Unauthorized() {
  return (
    <main className="grid min-h-dvh place-content-center">
      <EmptyState
        heading="h1"
        title="Sign in first"
        action={
          <FullLoadLink href="/sign-in" tone="primary">
            Sign in
          </FullLoadLink>
        }
      >
        <p>This page is open to people who are signed in.</p>
      </EmptyState>
    </main>
  );
}
