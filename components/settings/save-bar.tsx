import { Button } from "@/components/ui/button";

type SaveBarProps = {
  /** What is not saved yet, in words; null when nothing is. */
  pending: string | null;
  label: string;
  busy: boolean;
  onSave: () => void;
  onDiscard: () => void;
};

/** Stays in sight while something is not saved, and says what. */
export function SaveBar({ pending, label, busy, onSave, onDiscard }: SaveBarProps) {
  return (
    <div
      className={
        pending === null
          ? "sr-only"
          : "bg-raised rounded-panel shadow-overlay sticky bottom-3 z-20 flex flex-wrap items-center justify-end gap-2 border px-4 py-2.5"
      }
    >
      <output className="mr-auto min-w-48 flex-1">{pending ?? ""}</output>
      {pending === null ? null : (
        <>
          <Button tone="quiet" disabled={busy} onClick={onDiscard}>
            Discard
          </Button>
          <Button tone="primary" busy={busy} onClick={onSave}>
            {label}
          </Button>
        </>
      )}
    </div>
  );
}
