import type { CartNesting } from "@/lib/domain/cart/cart";
import type { Scene } from "@/lib/domain/cart/scene";
import { refId } from "@/lib/domain/dependencies/house-rule-index";

/** Each line under the first line that meets its first need; lines that need each other do not hide one another. */
export function nestLines(scene: Scene): CartNesting {
  const nesting = new Map<string, string | null>();
  for (const { line } of scene.lines) {
    const parent = parentOf(scene, refId(line));
    nesting.set(line.id, parent !== null && !isUnder(nesting, parent, line.id) ? parent : null);
  }
  return nesting;
}

function parentOf(scene: Scene, id: string): string | null {
  for (const group of scene.graph.groupsOf(id)) {
    for (const target of group) {
      const parent = scene.linesById.get(target)?.[0];
      if (parent) return parent.line.id;
    }
  }
  return null;
}

function isUnder(nesting: CartNesting, lineId: string, ancestor: string): boolean {
  for (let at: string | null = lineId; at !== null; at = nesting.get(at) ?? null) if (at === ancestor) return true;
  return false;
}
