"use client";

import { Notice } from "@/components/ui/notice";
import { Button } from "@/components/ui/button";
import { revealEntry } from "@/components/carts/reveal-entry";
import type { CartLineDto, CartProblemDto } from "@/lib/client/cart-shapes";
import type { CartWrite } from "@/lib/client/preview-cart-write";

type LineProblemsProps = {
  line: CartLineDto;
  problems: readonly CartProblemDto[];
  onWrite: (write: CartWrite) => void;
};

const fatal: ReadonlySet<CartProblemDto["kind"]> = new Set(["unknown-product", "not-orderable"]);

/** Each problem on its line: the cause at the left, the ways out at the right. */
export function LineProblems({ line, problems, onWrite }: LineProblemsProps) {
  if (problems.length === 0) return null;
  return (
    <div className="mt-2 grid gap-1.5">
      {problems.map((problem) => (
        <Notice
          key={`${problem.kind} ${problem.field ?? ""} ${problem.message}`}
          tone={fatal.has(problem.kind) ? "loss" : "low"}
          className="py-1.5!"
          actions={
            <>
              {problem.fixes.map((fix) => (
                <Button
                  key={fix.id}
                  size="small"
                  className="h-auto min-h-6.5 py-1 text-start whitespace-normal"
                  onClick={() => onWrite({ kind: "fix", lineId: line.id, fix })}
                >
                  {fix.label}
                </Button>
              ))}
              {problem.field !== null && problem.kind === "incomplete-configuration" ? (
                <Button size="small" onClick={() => revealEntry(line.id, problem.field ?? "")}>
                  Fill it in
                </Button>
              ) : null}
            </>
          }
        >
          {problem.message}
        </Notice>
      ))}
    </div>
  );
}
