import { CopyButton } from "@/components/ui/copy-button";

type PartNumberProps = { value: string; copy?: boolean; className?: string };

/** The middle gives way where space is short: the end is the telling part. Double-click selects exactly the number. */
export function PartNumber({ value, copy = true, className = "" }: PartNumberProps) {
  const tail = value.length > 20 ? value.slice(-8) : "";
  const head = tail ? value.slice(0, -8) : value;
  return (
    <span className={`inline-flex max-w-full min-w-0 items-center gap-0.5 ${className}`}>
      <span className="part-number flex min-w-0" title={value}>
        <span className="truncate">{head}</span>
        {tail ? <span className="flex-none">{tail}</span> : null}
      </span>
      {copy ? <CopyButton text={value} name="part number" /> : null}
    </span>
  );
}
