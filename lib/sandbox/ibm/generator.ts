import { mix, pick } from "../chance";
import type { IbmProduct } from "./records";
import { shapeProduct, type PlanRow } from "./shape";
import { CATEGORIES } from "./taxonomy";

// Beyond every hand-shaped product, so that part numbers never meet.
const FIRST_INDEX = 1000;
const ID_PREFIX = "000000009e";
const NOUNS = [
  "Insight",
  "Relay",
  "Vault",
  "Beacon",
  "Ledger",
  "Forge",
  "Harbor",
  "Prism",
  "Anchor",
  "Compass",
] as const;
const KINDS = ["Manager", "Service", "Studio", "Gateway", "Advisor", "Connect", "Monitor", "Foundation"] as const;
const PROVIDERS = ["IBM", "IBM", "IBM", "IBM", "Alder Demo Inc.", "Basalt Demo GmbH", "Corvid Demo Ltd"] as const;

/** The record at `index` of the endless generated list; the same seed and index always give the same record. */
export function createIbmGenerator(seed: number): (index: number) => IbmProduct {
  return (index) => {
    const provider = pick(PROVIDERS, mix(seed, index, 5));
    const lead = provider === "IBM" ? "IBM" : (provider.split(" ")[0] ?? "");
    const name = `${lead} ${pick(NOUNS, mix(seed, index, 1))} ${pick(KINDS, mix(seed, index, 2))} ${index + 1}`;
    const category = CATEGORIES[mix(seed, index, 3) % CATEGORIES.length] ?? "Analytics";
    const shaped = shapeProduct(
      {
        name,
        category,
        topic: mix(seed, index, 4),
        provider,
        pitch: `${name} for teams of any size.`,
        plans: planRows(seed, index),
        ...(index % 7 === 3 && { notResold: true as const }),
        ...(index % 97 === 96 && { archived: true as const }),
      },
      FIRST_INDEX + index,
    );
    return { ...shaped, id: `${ID_PREFIX}${index.toString(16).padStart(22, "0")}` };
  };
}

/** The index of a generated product, from its id. */
export function generatedIndexOf(id: string): number | undefined {
  if (!id.startsWith(ID_PREFIX) || !/^[0-9a-f]{32}$/.test(id)) return undefined;
  return Number.parseInt(id.slice(ID_PREFIX.length), 16);
}

function planRows(seed: number, index: number): PlanRow[] {
  const cents = (column: number, from: number, span: number) => {
    const value = (from + (mix(seed, index, column) % span)).toString().padStart(3, "0");
    return `${value.slice(0, -2)}.${value.slice(-2)}`;
  };
  const buy: PlanRow = {
    name: "Standard",
    price: cents(6, 300, 9000),
    options: [["Extra capacity", cents(7, 50, 900)]],
  };
  const more: PlanRow = { name: "Premium", price: cents(8, 9000, 40_000), billing: "U" };
  if (mix(seed, index, 9) % 3 === 0) return [{ name: "Trial", trial: true }, buy];
  return mix(seed, index, 9) % 3 === 1 ? [buy] : [buy, more];
}
