import { mix, pick } from "../chance";
import { expandFamily, offer, type Family, type FamilyRow, type Term } from "./family";
import type { CloudBlueProduct } from "./records";

/** Products that follow from one family number; a family is whole unless the asked total cuts the last one short. */
export const FAMILY_SIZE = 20;

const NCE: readonly Term[] = ["annual-annual", "annual-monthly", "monthly-monthly"];
const AREAS = [
  "Backup",
  "Mail Security",
  "Identity",
  "Endpoint",
  "Archive",
  "Telephony",
  "Meetings",
  "Analytics",
  "Monitoring",
  "Payroll",
  "Helpdesk",
  "Storage",
  "Firewall",
  "Planning",
  "Training",
  "Signature",
  "Hosting",
  "Messaging",
] as const;
const MAKERS = [
  "Aurelin",
  "Bravonet",
  "Cirrofern",
  "Dovetide",
  "Emberlake",
  "Fjordbyte",
  "Gantryx",
  "Halcyonix",
  "Isoquartz",
  "Juniperly",
  "Kelpstack",
  "Lumenoak",
  "Marlstone",
  "Nimbusfold",
  "Ostrelia",
  "Pebblecore",
  "Quillhaven",
  "Rookery",
  "Sablewind",
  "Tarnhollow",
  "Umbrafield",
  "Vantello",
  "Willowgrid",
  "Xylofane",
  "Yarrowtech",
  "Zephyrnode",
] as const;
const EDITIONS = ["Essential", "Business", "Enterprise"] as const;
const EXTRAS = ["Retention Pack", "Compliance Pack", "Compliance Pack Plus"] as const;

/** The record at `index` of the endless generated list; the same seed and index always give the same record. */
export function createGenerator(seed: number, mpns: "shared" | "unique"): (index: number) => CloudBlueProduct {
  let remembered: { number: number; products: CloudBlueProduct[] } | undefined;
  return (index) => {
    const number = Math.floor(index / FAMILY_SIZE);
    if (remembered?.number !== number) {
      const products = generateFamily(seed, number);
      remembered = { number, products: mpns === "unique" ? withUniqueMpns(products) : products };
    }
    const product = remembered.products[index % FAMILY_SIZE];
    if (!product) throw new Error(`Family ${number} is not ${FAMILY_SIZE} products`);
    return product;
  };
}

function withUniqueMpns(products: CloudBlueProduct[]): CloudBlueProduct[] {
  const seen = new Map<string, number>();
  return products.map((product) => {
    const count = (seen.get(product.mpn) ?? 0) + 1;
    seen.set(product.mpn, count);
    return count === 1 ? product : { ...product, mpn: `${product.mpn}-${count}` };
  });
}

/** The family an MPN of the generated list belongs to, so that a filter need not read the whole list. */
export function familyNumberOf(mpn: string): number | undefined {
  const match = /^DEMO-GEN-([0-9A-Z]{5})-/.exec(mpn);
  return match?.[1] === undefined ? undefined : Number.parseInt(match[1], 36);
}

function generateFamily(seed: number, number: number): CloudBlueProduct[] {
  const area = pick(AREAS, mix(seed, number, 1));
  const maker = pick(MAKERS, mix(seed, number, 2));
  const family: Family = {
    service: `${maker}_${area.replace(" ", "_")}`.toUpperCase(),
    vendor: `demo-${maker.toLowerCase()}`,
    prefix: `GEN-${number.toString(36).toUpperCase().padStart(5, "0")}`,
    terms: NCE,
    currencies: mix(seed, number, 3) % 3 === 0 ? ["USD", "EUR"] : ["USD"],
  };
  return expandFamily(family, generateRows(seed, number, `${maker} ${area}`));
}

function generateRows(seed: number, number: number, title: string): FamilyRow[] {
  const amount = (column: number, from: number, span: number) => {
    const cents = from + (mix(seed, number, 10 + column) % span);
    return [
      asAmount(cents),
      asAmount(Math.ceil((cents * (112 + (mix(seed, number, 20 + column) % 25))) / 100)),
    ] as const;
  };
  const bases = EDITIONS.map((edition, i) => {
    const [cost, price] = amount(i, 300 + i * 900, 800);
    return offer(`B${i + 1}`, `${title} ${edition} ${number + 1}`, cost, price, { max: i === 0 ? "300.0" : "10000.0" });
  });
  const needs = [["B2"], ["B3"], ["X2"]] as const;
  const extras = EXTRAS.map((extra, i) => {
    const [cost, price] = amount(i + 3, 60, 500);
    return offer(`X${i + 1}`, `${title} ${extra} ${number + 1}`, cost, price, { needs: needs[i] ?? [], min: "0.0" });
  });
  const [usageCost, usagePrice] = amount(6, 1, 9);
  const [setupCost, setupPrice] = amount(7, 5000, 20_000);
  const monthly = { terms: ["monthly-monthly"] as const };
  return [
    ...bases,
    ...extras,
    offer("U1", `${title} overage per GB ${number + 1}`, usageCost, usagePrice, {
      ...monthly,
      usageOnly: true,
      overuse: [usageCost, usagePrice],
      needs: ["B2"],
      max: "-1.0",
    }),
    offer("S1", `${title} managed service ${number + 1}`, ...amount(8, 2000, 9000), {
      ...monthly,
      setup: [setupCost, setupPrice],
    }),
  ];
}

function asAmount(cents: number): string {
  const text = cents.toString().padStart(3, "0");
  return `${text.slice(0, -2)}.${text.slice(-2)}`.replace(/\.?0+$/, "");
}
