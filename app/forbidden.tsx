import { EmptyState } from "@/components/ui/empty-state";

export default function Forbidden() {
  return (
    <main className="grid min-h-dvh place-content-center">
      <EmptyState
        heading="h1"
        title="This page is not open to you"
        action={
          <a href="/" className="btn" data-tone="primary">
            Go to the desk
          </a>
        }
      >
        <p>Your role does not allow it. Ask an administrator if you need it.</p>
      </EmptyState>
    </main>
  );
}
