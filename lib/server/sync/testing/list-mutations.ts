import type { Sandbox } from "@/lib/sandbox/start-sandbox";
import type { Draw } from "@/lib/server/sync/testing/seeded-draw";
import type { VendorStage } from "@/lib/server/sync/testing/vendor-stage";

/** Test support: everything a vendor's list has been since the watch began. */
export type ListHistory = {
  /** Stored text → identity, of every state any product ever had. */
  readonly ever: Map<string, string>;
  /** Identities that were listed all the time. */
  readonly always: Set<string>;
  readonly note: () => void;
};

export function watchList(stage: VendorStage): ListHistory {
  const ever = new Map<string, string>();
  const always = new Set(stage.held().keys());
  const note = () => {
    const now = stage.held();
    for (const [identity, text] of now) ever.set(text, identity);
    for (const identity of always) if (!now.has(identity)) always.delete(identity);
  };
  note();
  return { ever, always, note };
}

export const mutationKinds = ["insert", "delete", "reorder", "price"] as const;

/** One change of the list, drawn by chance. */
export function mutateList({ vendor, sandbox }: VendorStage, draw: Draw, name: string): void {
  const kind = draw.pick(mutationKinds);
  if (vendor === "cloudblue") mutateCloudBlue(sandbox, draw, kind, name);
  else mutateIbm(sandbox, draw, kind, name);
}

type Kind = (typeof mutationKinds)[number];

function mutateCloudBlue({ catalog }: Sandbox, draw: Draw, kind: Kind, name: string): void {
  const { list, add } = catalog.cloudblue;
  const number = draw.pick(list.numbers());
  const product = list.byNumber(number);
  if (!product) return;
  const position = draw.below(list.size());
  if (kind === "insert") {
    add({ ...product, mpn: `DEMO-${name}`, id: `sku-DEMO-${name}`, name: `Demo ${name}`, dependsOn: [] }, position);
  }
  if (kind === "delete" || kind === "reorder") list.remove(number);
  if (kind === "reorder") add({ ...product }, position);
  if (kind === "price") {
    const prices = product.prices.map((row) => ({ ...row, amount: `${draw.below(900) + 1}.${draw.below(90) + 10}` }));
    list.replace(number, { ...product, prices });
  }
}

function mutateIbm({ catalog }: Sandbox, draw: Draw, kind: Kind, name: string): void {
  const { list, add, withdraw, setPlanPrice } = catalog.ibm;
  const product = list.byNumber(draw.pick(list.numbers()));
  if (!product) return;
  const position = draw.below(list.size());
  if (kind === "insert") add({ ...product, id: `demo-${name}`, name: `Demo ${name}` }, position);
  if (kind === "delete" || kind === "reorder") withdraw(product.id);
  if (kind === "reorder") add({ ...product }, position);
  const plan = product.plans[0];
  if (kind === "price" && plan) setPlanPrice(product.id, plan.id, `${draw.below(900) + 1}.${draw.below(90) + 10}`);
}
