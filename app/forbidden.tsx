import { EmptyState } from "@/components/ui/empty-state";
import { FullLoadLink } from "@/components/ui/full-load-link";

export default function Forbidden() {
  return (
    <main className="grid min-h-dvh place-content-center">
      <EmptyState
        heading="h1"
        title="This page is not open to you"
        action={
          <FullLoadLink href="/" tone="primary">
            Go to the desk
          </FullLoadLink>
        }
      >
        <p>Your role does not allow it. Ask an administrator if you need it.</p>
      </EmptyState>
    </main>
  );
}
