import { productPath } from "@/components/product/product-path";
import { address } from "@/components/ui/address";
import { formatCount, formatMoney, formatPer, isZero } from "@/components/ui/format";
import { HoverLink } from "@/components/ui/hover-link";
import type { AmountDto } from "@/lib/contracts/amount";
import type { ProductDto } from "@/lib/contracts/product";
import {
  type ChainPicture,
  layOutChain,
  type PictureBox,
  type PictureLine,
} from "@/lib/domain/dependencies/chain-picture";
import type { RequirementChain } from "@/lib/domain/dependencies/requirement-chain";

type Target = ProductDto["requiredBy"][number];

export type PicturedChain = RequirementChain & { readonly products: ReadonlyMap<string, Target> };

const box = { width: 156, height: 76 };
const size = { box, gap: { x: 36, y: 10 } };
const MARGIN = 2;
const PADDING = 16;

/** Two things side by side are told well enough by the lists. */
export function isWorthDrawing({ nodes, edges }: PicturedChain): boolean {
  const needed = nodes.filter(({ layer }) => layer < 0).length;
  const layers = new Set(nodes.map(({ layer }) => layer)).size;
  return layers > 2 || needed > 1 || edges.some(({ circle }) => circle);
}

/** Left to right: what must be there first, this product, what builds on it. The lists below say the same. */
export function RequirementPicture({ chain }: { chain: PicturedChain }) {
  const picture = layOutChain(chain, size);
  const [width, height] = [picture.width + MARGIN * 2, picture.height + MARGIN * 2];
  return (
    <figure className="bg-canvas border-b">
      <div className="relative overflow-x-auto px-4 py-3">
        <OpensHere picture={picture} />
        <svg
          width={width}
          height={height}
          viewBox={`${-MARGIN} ${-MARGIN} ${width} ${height}`}
          className="mx-auto block max-w-none flex-none"
        >
          <g aria-hidden="true">
            {picture.lines.map((line) => (
              <Line key={`${line.from} ${line.to}`} line={line} />
            ))}
          </g>
          {picture.boxes.map((one) => (
            <foreignObject key={one.id} x={one.x} y={one.y} width={box.width} height={box.height}>
              {one.folded > 0 ? (
                <Fold count={one.folded} beside={neighbourOf(one.id, chain)} />
              ) : (
                <Box node={one} target={chain.products.get(one.id)} />
              )}
            </foreignObject>
          ))}
        </svg>
      </div>
      <Legend chain={chain} />
    </figure>
  );
}

/** Where a long chain opens, in browsers that know where to: with this product in sight. */
function OpensHere({ picture }: { picture: ChainPicture }) {
  const here = picture.boxes.find(({ layer, folded }) => layer === 0 && folded === 0);
  if (!here) return null;
  // Pictures have their size as attributes: the page's policy allows no styles in its markup.
  return (
    <span aria-hidden="true" className="absolute start-0 top-0 flex">
      <svg width={here.x} height="1" className="flex-none" />
      <svg width={box.width + PADDING * 2} height="1" className="flex-none [scroll-initial-target:nearest]" />
    </span>
  );
}

function Line({ line: { path, tip, choice, circle } }: { line: PictureLine }) {
  const arrow = circle
    ? `M${tip.x - 4} ${tip.y + 7}L${tip.x} ${tip.y}L${tip.x + 4} ${tip.y + 7}`
    : `M${tip.x - 7} ${tip.y - 4}L${tip.x} ${tip.y}L${tip.x - 7} ${tip.y + 4}`;
  return (
    <g className={circle ? "stroke-stale" : "stroke-line-control"} fill="none" strokeWidth="1.5">
      <path d={path} strokeDasharray={choice ? "4 4" : undefined} />
      <path d={arrow} strokeLinejoin="round" strokeLinecap="round" />
    </g>
  );
}

const frame = "rounded-control grid h-full content-center border px-2.5 leading-tight";

/** The product that a stand-in belongs to; null where that is the one the page is about. */
function neighbourOf(id: string, { nodes, edges, products }: PicturedChain): Target | null {
  const edge = edges.find(({ from, to }) => from === id || to === id);
  const beside = edge?.from === id ? edge.to : edge?.from;
  const isThis = nodes.some((node) => node.id === beside && node.layer === 0);
  return isThis ? null : (products.get(beside ?? "") ?? null);
}

/** The lists below hold this product's own neighbours; those of another are told on its page, with what lies behind them. */
function Fold({ count, beside }: { count: number; beside: Target | null }) {
  const look = `${frame} border-line-strong text-accent text-table border-dashed`;
  if (!beside) {
    return (
      <a href="#requirements-lists" className={look}>
        {formatCount(count, "more product")}
      </a>
    );
  }
  return (
    <HoverLink href={address(`${productPath(beside)}#requirements`)} title={`At ${beside.name}`} className={look}>
      {formatCount(count, "or more products", "or more products")}
    </HoverLink>
  );
}

function Box({ node, target }: { node: PictureBox; target: Target | undefined }) {
  if (!target) return null;
  const { name, available, archived, price, billingPeriod } = target;
  const words = archived ? "archived" : price ? priceWords(price, billingPeriod) : "no price";
  if (node.layer === 0) {
    return (
      <div aria-current="true" className={`${frame} border-accent bg-accent-wash`} title={name}>
        <span className="text-table line-clamp-3 font-medium">{name}</span>
        <span className="text-caption text-ink-muted">this product</span>
      </div>
    );
  }
  if (!available && !archived) {
    return (
      <div className={`${frame} border-stale bg-surface border-dashed`} title={name}>
        <span className="text-table line-clamp-3 break-words">{name}</span>
        <span className="text-caption text-stale font-medium">not in your catalog</span>
      </div>
    );
  }
  return (
    <HoverLink
      href={productPath(target)}
      title={name}
      className={`${frame} border-line-strong bg-surface hover:bg-wash`}
    >
      <span className="text-table line-clamp-3 font-medium">{name}</span>
      <span className={`text-caption figures truncate ${archived ? "text-stale font-medium" : "text-ink-muted"}`}>
        {words}
      </span>
    </HoverLink>
  );
}

function priceWords(price: AmountDto, period: string | null): string {
  return isZero(price.amount) ? "free" : `${formatMoney(price)} ${formatPer(period)}`;
}

/** What the lines mean, and for whoever cannot see them every line in words. */
function Legend({ chain: { edges, nodes, products } }: { chain: PicturedChain }) {
  const nameOf = (id: string) => {
    const folded = nodes.find((node) => node.id === id)?.folded ?? 0;
    return products.get(id)?.name ?? formatCount(folded, "or more products", "or more products");
  };
  const parts = [
    "What must be there stands left of what needs it.",
    edges.some(({ choice }) => choice) ? "Dashed: any one of these will do." : null,
    edges.some(({ circle }) => circle) ? "The line below leads back: these need each other." : null,
  ].filter((part) => part !== null);
  return (
    <figcaption className="px-4 pb-3">
      <span className="text-caption text-ink-muted">{parts.join(" ")}</span>
      <ul className="sr-only">
        {edges.map(({ from, to, choice }) => (
          <li key={`${from} ${to}`}>
            {nameOf(to)} needs {choice ? "this or another alternative: " : ""}
            {nameOf(from)}.
          </li>
        ))}
      </ul>
    </figcaption>
  );
}
