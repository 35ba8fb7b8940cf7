import { EmptyState } from "@/components/ui/empty-state";

export default function Unauthorized() {
  return (
    <main className="grid min-h-dvh place-content-center">
      <EmptyState
        heading="h1"
        title="Sign in first"
        action={
          <a href="/sign-in" className="btn" data-tone="primary">
            Sign in
          </a>
        }
      >
        <p>This page is open to people who are signed in.</p>
      </EmptyState>
    </main>
  );
}
