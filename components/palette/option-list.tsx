"use client";

import { useEffect } from "react";
import { Matched } from "@/components/palette/matched";
import { optionId } from "@/components/palette/option-id";
import { OptionIcon } from "@/components/palette/option-icon";
import { Badge } from "@/components/ui/badge";

export type Option = {
  readonly id: string;
  readonly group: string;
  readonly label: string;
  /** The language of the label where it is a vendor's. */
  readonly lang?: string | undefined;
  readonly detail?: string;
  /** What sets it apart from all others. */
  readonly mark?: string | undefined;
};

type OptionListProps<One extends Option> = {
  id: string;
  label: string;
  options: readonly One[];
  /** Position of the chosen option; -1 = none. */
  at: number;
  /** What was typed, shown in bold where it stands. */
  words: string;
  onHover: (at: number) => void;
  onChoose: (option: One) => void;
  className?: string;
};

/** The list under a field that keeps the focus; the field names the chosen option by `optionId`. */
export function OptionList<One extends Option>(props: OptionListProps<One>) {
  const { id, label, options, at, words, onHover, onChoose, className = "" } = props;
  useEffect(() => {
    document.getElementById(optionId(id, at))?.scrollIntoView({ block: "nearest" });
  }, [id, at]);
  /* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- no native list can stand under a field that keeps the focus; the keys are the field's */
  return (
    <div id={id} role="listbox" aria-label={label} className={`@container p-1.5 ${className}`}>
      {options.map((option, index) => (
        <div key={option.id} role="presentation">
          {options[index - 1]?.group === option.group ? null : (
            <p aria-hidden="true" className="text-caption text-ink-muted px-2.5 pt-2 pb-1 font-medium">
              {option.group}
            </p>
          )}
          <div
            id={optionId(id, index)}
            role="option"
            aria-selected={index === at}
            className="menu-item aria-selected:bg-accent-wash aria-selected:text-accent cursor-pointer"
            onPointerMove={index === at ? undefined : () => onHover(index)}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onChoose(option)}
          >
            <OptionIcon group={option.group} />
            <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-0.5 @lg:flex-nowrap">
              <span className="min-w-0 basis-full truncate @lg:flex-1 @lg:basis-0" lang={option.lang}>
                <Matched text={option.label} words={words} />
              </span>
              {option.mark ? <Badge tone="accent">{option.mark}</Badge> : null}
              {option.detail ? (
                <span className="text-table text-ink-muted min-w-0 truncate @lg:max-w-[45%]">
                  <Matched text={option.detail} words={words} />
                </span>
              ) : null}
            </span>
          </div>
        </div>
      ))}
    </div>
  );
  /* oxlint-enable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus */
}
