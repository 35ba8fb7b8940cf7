import { PrintButton } from "@/components/document/print-button";
import type { Paper } from "@/components/document/page-rules";

type PaperToolbarProps = {
  back: { href: string; label: string };
  paper: Paper;
  /** The address of the same document on the other paper. */
  hrefFor: (paper: Paper) => string;
};

const labels: Readonly<Record<Paper, string>> = { a4: "A4", letter: "Letter" };

/** Above the sheet on the screen, never on paper. */
export function PaperToolbar({ back, paper, hrefFor }: PaperToolbarProps) {
  return (
    <header className="screen-only bg-surface sticky top-0 z-10 border-b">
      <div className="mx-auto flex max-w-[210mm] flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2">
        <a href={back.href} className="link mr-auto">
          {back.label}
        </a>
        <nav aria-label="Paper" className="flex gap-1">
          {(["a4", "letter"] as const).map((one) => (
            <a
              key={one}
              href={hrefFor(one)}
              aria-current={one === paper ? "page" : undefined}
              className="btn aria-[current]:bg-accent-wash aria-[current]:text-accent"
              data-tone="quiet"
            >
              {labels[one]}
            </a>
          ))}
        </nav>
        <PrintButton />
      </div>
    </header>
  );
}
