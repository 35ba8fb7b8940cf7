"use client";

import { OctagonAlert, TriangleAlert } from "lucide-react";
import { revealEntry } from "@/components/carts/reveal-entry";
import { fixLabel, problemSentence } from "@/components/carts/problem-words";
import { Button } from "@/components/ui/button";
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
    <ul className="mt-2 grid gap-1.5" aria-label={`Problems of ${line.name}`}>
      {problems.map((problem) => (
        <Strip
          key={`${problem.kind} ${problem.field ?? ""} ${problem.message}`}
          line={line}
          problem={problem}
          onWrite={onWrite}
        />
      ))}
    </ul>
  );
}

type StripProps = { line: CartLineDto; problem: CartProblemDto; onWrite: (write: CartWrite) => void };

function Strip({ line, problem, onWrite }: StripProps) {
  const { field } = problem;
  const Icon = fatal.has(problem.kind) ? OctagonAlert : TriangleAlert;
  return (
    <li
      data-tone={fatal.has(problem.kind) ? "loss" : "low"}
      className="tone rounded-control flex flex-wrap items-center gap-x-4 gap-y-1.5 px-3 py-1.5"
    >
      <p className="text-ink flex flex-[1_1_18rem] items-start gap-2">
        <Icon aria-hidden="true" className="mt-0.5 text-(--tone)" />
        {problemSentence(line, problem)}
      </p>
      <div className="flex flex-wrap gap-1.5">
        {problem.fixes.map((fix) => (
          <Button
            key={fix.id}
            size="small"
            className="h-auto! min-h-6.5 py-1 text-start leading-snug! whitespace-normal!"
            onClick={() => onWrite({ kind: "fix", lineId: line.id, fix })}
          >
            {fixLabel(line, fix)}
          </Button>
        ))}
        {field !== null && problem.kind === "incomplete-configuration" ? (
          <Button size="small" onClick={() => revealEntry(line.id, field)}>
            Fill it in
          </Button>
        ) : null}
      </div>
    </li>
  );
}
