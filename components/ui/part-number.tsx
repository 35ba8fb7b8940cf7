import { CopyButton } from "@/components/ui/copy-button";

type PartNumberProps = { value: string; copy?: boolean; short?: boolean; className?: string };

/** With `short` the middle of a long number gives way to the eye, its end being the telling part; the text stays whole. */
export function PartNumber({ value, copy = true, short, className = "" }: PartNumberProps) {
  const tail = short && value.length > 24 ? value.slice(-8) : "";
  const head = tail ? value.slice(0, -8) : value;
  return (
    <span className={`inline-flex max-w-full min-w-0 items-center gap-0.5 ${className}`}>
      <span className="part-number flex min-w-0" title={value}>
        <span className={tail ? "max-w-[9ch] truncate" : "break-all"}>{head}</span>
        {tail ? <span className="flex-none">{tail}</span> : null}
      </span>
      {copy ? <CopyButton text={value} name="part number" /> : null}
    </span>
  );
}
