import type { ChainEdge, ChainNode, RequirementChain } from "@/lib/domain/dependencies/requirement-chain";

export type PictureSize = {
  readonly box: { readonly width: number; readonly height: number };
  readonly gap: { readonly x: number; readonly y: number };
};

export type PictureBox = ChainNode & {
  readonly x: number;
  readonly y: number;
};

/** A line from the right edge of a box to the left edge of another; a circle runs back below the boxes. */
export type PictureLine = ChainEdge & {
  readonly path: string;
  readonly tip: { readonly x: number; readonly y: number };
};

export type ChainPicture = {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PictureBox[];
  readonly lines: readonly PictureLine[];
};

/** A place in a column: a box, or the room that a line takes where it passes a column by. */
type Slot = { readonly id: string; readonly node: ChainNode | null; readonly rank: number };

type Point = { readonly x: number; readonly y: number };

/** Boxes in columns by layer, left to right; in each column in the order that keeps lines short. */
export function layOutChain({ nodes, edges }: RequirementChain, size: PictureSize): ChainPicture {
  const { box, gap } = size;
  const lowest = nodes.reduce((least, { layer }) => Math.min(least, layer), 0);
  const columns = columnsOf(nodes, edges, lowest);
  const links = linksOf(nodes, edges);
  orderColumns(columns, links);
  const heights = columns.map((column) => columnHeight(column, size));
  const tallest = heights.reduce((most, height) => Math.max(most, height), 0);
  const places = new Map<string, Point>();
  columns.forEach((column, rank) => {
    let y = Math.floor((tallest - (heights[rank] ?? 0)) / 2);
    for (const slot of column) {
      places.set(slot.id, { x: rank * (box.width + gap.x), y });
      y += slotHeight(slot, size) + gap.y;
    }
  });
  const placeOf = (id: string): Point => places.get(id) ?? { x: 0, y: 0 };
  const circles = edges.filter(({ circle }) => circle).length;
  return {
    width: columns.length * (box.width + gap.x) - gap.x,
    height: tallest + (circles > 0 ? box.height : 0),
    boxes: nodes.map((node) => Object.assign({}, node, placeOf(node.id))),
    lines: edges.map((edge) =>
      edge.circle ? circleLine(edge, placeOf, size, tallest) : plainLine(edge, nodes, placeOf, size),
    ),
  };
}

function columnsOf(nodes: readonly ChainNode[], edges: readonly ChainEdge[], lowest: number): Slot[][] {
  const highest = nodes.reduce((most, { layer }) => Math.max(most, layer), lowest);
  const columns = Array.from({ length: highest - lowest + 1 }, (): Slot[] => []);
  for (const node of nodes) columns[node.layer - lowest]?.push({ id: node.id, node, rank: node.layer - lowest });
  for (const edge of edges) {
    for (const { id, layer } of passages(edge, nodes)) {
      columns[layer - lowest]?.push({ id, node: null, rank: layer - lowest });
    }
  }
  return columns;
}

/** The columns a line crosses between its ends. */
function passages(edge: ChainEdge, nodes: readonly ChainNode[]): { readonly id: string; readonly layer: number }[] {
  if (edge.circle) return [];
  const [first, last] = [layerOf(edge.from, nodes), layerOf(edge.to, nodes)];
  return Array.from({ length: Math.max(0, last - first - 1) }, (_, index) => {
    const layer = first + 1 + index;
    return { id: JSON.stringify([edge.from, edge.to, layer]), layer };
  });
}

function layerOf(id: string, nodes: readonly ChainNode[]): number {
  return nodes.find((node) => node.id === id)?.layer ?? 0;
}

/** Which slots of neighbouring columns a line joins. */
function linksOf(nodes: readonly ChainNode[], edges: readonly ChainEdge[]): (readonly [string, string])[] {
  return edges.flatMap((edge) => {
    if (edge.circle) return [];
    const stops = [edge.from, ...passages(edge, nodes).map(({ id }) => id), edge.to];
    return stops.slice(1).map((stop, index): [string, string] => [stops[index] ?? stop, stop]);
  });
}

const SWEEPS = 4;

/** Each column by the mean place of its neighbours in the column before it, there and back. */
function orderColumns(columns: Slot[][], links: readonly (readonly [string, string])[]): void {
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const isForth = sweep % 2 === 0;
    const ranks = columns.map((_, rank) => rank);
    for (const rank of isForth ? ranks : ranks.toReversed()) {
      const column = columns[rank];
      const before = columns[isForth ? rank - 1 : rank + 1];
      if (!column || !before) continue;
      const places = new Map(before.map((slot, index) => [slot.id, index / before.length]));
      const wish = new Map(
        column.map((slot, index) => {
          const neighbours = links.flatMap(([from, to]) => {
            const other = isForth ? (to === slot.id ? from : null) : from === slot.id ? to : null;
            return other === null ? [] : (places.get(other) ?? []);
          });
          const sum = neighbours.reduce((total, place) => total + place, 0);
          return [slot.id, neighbours.length > 0 ? sum / neighbours.length : index / column.length];
        }),
      );
      column.sort((a, b) => (wish.get(a.id) ?? 0) - (wish.get(b.id) ?? 0));
    }
  }
}

function slotHeight(slot: Slot, { box, gap }: PictureSize): number {
  return slot.node ? box.height : gap.y;
}

function columnHeight(column: readonly Slot[], size: PictureSize): number {
  return column.reduce((sum, slot) => sum + slotHeight(slot, size) + size.gap.y, -size.gap.y);
}

function plainLine(
  edge: ChainEdge,
  nodes: readonly ChainNode[],
  placeOf: (id: string) => Point,
  { box, gap }: PictureSize,
): PictureLine {
  const middle = Math.floor(box.height / 2);
  const bend = Math.floor(gap.x / 2);
  const start = placeOf(edge.from);
  const end = placeOf(edge.to);
  const tip = { x: end.x, y: end.y + middle };
  let at = { x: start.x + box.width, y: start.y + middle };
  let path = `M${at.x} ${at.y}`;
  const goTo = (x: number, y: number) => {
    path += `C${at.x + bend} ${at.y} ${x - bend} ${y} ${x} ${y}`;
    at = { x, y };
  };
  for (const { id } of passages(edge, nodes)) {
    const place = placeOf(id);
    goTo(place.x, place.y + Math.floor(gap.y / 2));
    at = { x: place.x + box.width, y: at.y };
    path += `H${at.x}`;
  }
  goTo(tip.x, tip.y);
  return { ...edge, path, tip };
}

/** From the foot of one box under everything to the foot of the other. */
function circleLine(
  edge: ChainEdge,
  placeOf: (id: string) => Point,
  { box }: PictureSize,
  tallest: number,
): PictureLine {
  const half = Math.floor(box.width / 2);
  const [from, to] = [placeOf(edge.from), placeOf(edge.to)];
  const low = tallest + box.height;
  // A product that names itself needs a loop with some width.
  const aside = edge.from === edge.to ? Math.floor(half / 2) : 0;
  const [x1, x2] = [from.x + half + aside, to.x + half - aside];
  const tip = { x: x2, y: to.y + box.height };
  return { ...edge, path: `M${x1} ${from.y + box.height}C${x1} ${low} ${x2} ${low} ${tip.x} ${tip.y}`, tip };
}
