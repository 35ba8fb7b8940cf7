import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export default function Unauthorized() {
  return (
    <main className="grid min-h-dvh place-content-center">
      <EmptyState
        heading="h1"
        title="Sign in first"
        action={
          <ButtonLink href="/sign-in" tone="primary">
            Sign in
          </ButtonLink>
        }
      >
        <p>This page is open to people who are signed in.</p>
      </EmptyState>
    </main>
  );
}
