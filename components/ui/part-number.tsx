import { CopyButton } from "@/components/ui/copy-button";

type PartNumberProps = { value: string; copy?: boolean; short?: boolean; className?: string };

const TAIL = 8;

/** With `short` the middle of a number gives way to the eye where room is scarce, its end being the telling part; the text stays whole. */
export function PartNumber({ value, copy = true, short, className = "" }: PartNumberProps) {
  const hasTail = short === true && value.length > TAIL * 1.5;
  return (
    <span className={`inline-flex max-w-full min-w-0 items-center gap-0.5 ${className}`}>
      {hasTail ? (
        // One run of text and no boxes of their own: selected by a double press, it is copied as the bare number.
        <span className="part-number min-w-0 select-all overflow-hidden whitespace-nowrap" title={value}>
          <span className="inline-block max-w-[calc(100%-8ch)] truncate align-bottom">{value.slice(0, -TAIL)}</span>
          {value.slice(-TAIL)}
        </span>
      ) : (
        <span className="part-number min-w-0 select-all break-all" title={value}>
          {value}
        </span>
      )}
      {copy ? <CopyButton text={value} name="part number" /> : null}
    </span>
  );
}
