import type { CartFix, CartProblem } from "@/lib/domain/cart/cart";
import { makeFix } from "@/lib/domain/cart/fixes";
import { linesOf } from "@/lib/domain/cart/line-problems";
import type { Offer } from "@/lib/domain/cart/offers";
import type { ResolvedLine } from "@/lib/domain/cart/resolve-line";
import type { Scene } from "@/lib/domain/cart/scene";
import { joinNames, joinWords } from "@/lib/domain/cart/words";
import {
  dependentsClosure,
  dependentsIndex,
  findUnobtainable,
  requirementClosure,
} from "@/lib/domain/dependencies/closure";
import { findCycles } from "@/lib/domain/dependencies/find-cycles";
import { refId } from "@/lib/domain/dependencies/house-rule-index";
import { missingRequirements, namedIn, reachableFrom } from "@/lib/domain/dependencies/requirement-graph";

/** Alternatives shown as buttons; the rest stay reachable through the product's page. */
const ALTERNATIVES_SHOWN = 5;

/** What lines need and do not have, and needs that run in a circle, by line id. */
export function findRequirementProblems(scene: Scene): Map<string, CartProblem[]> {
  const problems = new Map<string, CartProblem[]>();
  const unmet = scene.lines
    .map((resolved) => ({ resolved, groups: missingRequirements(scene.graph, refId(resolved.line), scene.isPresent) }))
    .filter(({ groups }) => groups.length > 0);
  const solver = unmet.length > 0 ? createSolver(scene) : null;
  for (const { resolved, groups } of unmet) {
    if (solver)
      problems.set(
        resolved.line.id,
        groups.map((group) => unmetProblem(scene, solver, resolved, group)),
      );
  }
  for (const problem of findCycleProblems(scene)) {
    problems.set(problem.lineId, [...(problems.get(problem.lineId) ?? []), problem]);
  }
  return problems;
}

type Solver = {
  /** Everything to add for the id, itself first. */
  readonly additions: (id: string) => readonly Offer[];
  /** The product with everything in the cart that cannot stay without it. */
  readonly removals: (id: string, kind: UnmetKind) => readonly string[];
  /** Those of the alternatives that can be had. */
  readonly possible: (group: readonly string[]) => readonly string[];
};

type UnmetKind = "missing-requirement" | "unavailable-requirement";

function createSolver(scene: Scene): Solver {
  const { graph, isPresent } = scene;
  const inCart = [...scene.linesById.keys()];
  const ids = reachableFrom(inCart, (id) => namedIn(graph.groupsOf(id)));
  // A line whose own needs cannot be met is there, yet nothing can be built on it.
  const isUsable = (id: string) => scene.linesById.has(id) || scene.canBeOrdered(id);
  const lost = findUnobtainable(ids, graph, { isPresent: scene.isOwned, isUsable });
  const canBeHad = (id: string) => !lost.has(id);
  const dependents = dependentsIndex(inCart, graph);
  const added = new Map<string, readonly Offer[]>();
  const removed = new Map<string, readonly string[]>();
  const removedBesides = new Map<string, readonly string[]>();
  return {
    possible: (group) => (lost.size === 0 ? group : group.filter(canBeHad)),
    additions: (id) =>
      keep(added, id, () =>
        requirementClosure(id, graph, isPresent, (group) => group.find(canBeHad) ?? null)
          .map(scene.offerOf)
          .filter((offer) => offer !== null),
      ),
    removals: (id, kind) => {
      const [known, meets] = kind === "missing-requirement" ? [removed, isPresent] : [removedBesides, canBeHad];
      return keep(known, id, () => dependentsClosure([id], dependents, graph, meets));
    },
  };
}

function unmetProblem(scene: Scene, solver: Solver, resolved: ResolvedLine, group: readonly string[]): CartProblem {
  const { line } = resolved;
  const own = refId(line);
  const possible = solver.possible(group);
  const kind = possible.length > 0 ? "missing-requirement" : "unavailable-requirement";
  const adds = possible.slice(0, ALTERNATIVES_SHOWN).map((id): CartFix => {
    const offers = solver.additions(id);
    return makeFix(kind, line.id, `Add ${joinWords(offers, scene.offerWordsOf)}`, {
      adds: offers.map(({ add }) => add),
    });
  });
  return {
    kind,
    lineId: line.id,
    message: `${scene.nameOf(own)} needs ${needWords(scene, group, kind)}`,
    fixes: [...adds, removalFix(scene, solver, line.id, own, kind)],
    field: null,
  };
}

function needWords(scene: Scene, group: readonly string[], kind: CartProblem["kind"]): string {
  if (group.length === 0) return "a product that is not in the catalog";
  const names = joinNames(group.map(scene.nameOf), "or");
  if (kind === "missing-requirement") return names;
  const known = group.some((id) => scene.productOf(id) !== null);
  return `${names}, which ${known ? "cannot be ordered" : "is not in the catalog"}`;
}

/** Another line of the same product, or one the customer owns, keeps what depends on it. */
function removalFix(scene: Scene, solver: Solver, lineId: string, own: string, kind: UnmetKind): CartFix {
  const stays = linesOf(scene, own).length > 1 || scene.isOwned(own);
  const gone = stays ? [own] : solver.removals(own, kind);
  const removes = gone.flatMap((id) => (id === own ? [lineId] : linesOf(scene, id)));
  return makeFix(kind, lineId, `Remove ${joinNames(gone.map(scene.nameOf))}`, { removes });
}

/** Only needs without an alternative bind; each circle is told once, on its first line in the cart. */
function findCycleProblems(scene: Scene): CartProblem[] {
  const needed = (id: string) => namedIn(scene.graph.groupsOf(id).filter((group) => group.length === 1));
  return findCycles([...scene.linesById.keys()], needed).flatMap((cycle) => {
    const kind = "cycle";
    const inCart = new Set(cycle.filter((id) => scene.linesById.has(id)));
    const members = scene.lines.filter(({ line }) => inCart.has(refId(line)));
    const first = members[0];
    if (!first) return [];
    const label = `Remove ${joinNames(members.map(({ line }) => scene.nameOf(refId(line))))}`;
    const fix = makeFix(kind, first.line.id, label, { removes: members.map(({ line }) => line.id) });
    const message = `${joinNames(cycle.map(scene.nameOf))} need each other`;
    return [{ kind, lineId: first.line.id, message, fixes: [fix], field: null }];
  });
}

function keep<Value>(map: Map<string, Value>, key: string, find: () => Value): Value {
  const before = map.get(key);
  if (before !== undefined) return before;
  const value = find();
  map.set(key, value);
  return value;
}
