import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

type ConflictNoticeProps = { message: string; onTake: () => void; onSaveOver: () => void };

/** Somebody else saved first: both ways out, and nothing is lost before one is chosen. */
export function ConflictNotice({ message, onTake, onSaveOver }: ConflictNoticeProps) {
  return (
    <Notice
      tone="low"
      role="alert"
      title="Changed in the meantime"
      actions={
        <>
          <Button size="small" onClick={onTake}>
            Show theirs
          </Button>
          <Button size="small" onClick={onSaveOver}>
            Save mine instead
          </Button>
        </>
      }
    >
      {message}
    </Notice>
  );
}
