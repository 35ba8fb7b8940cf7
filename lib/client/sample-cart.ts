import type { CartDto, CartLineDto } from "@/lib/client/cart-shapes";

const usd = (amount: string) => ({ amount, currency: "USD" });

/** Test support: a line with nothing special about it. */
export function sampleLine(id: string, change: Partial<CartLineDto> = {}): CartLineDto {
  return {
    id,
    vendor: "cloudblue",
    vendorLabel: "Ingram",
    key: id,
    plan: null,
    planName: null,
    name: `Product ${id}`,
    partNumber: `PN-${id}`,
    service: "O365",
    quantity: "1",
    minimum: "1",
    maximum: null,
    components: [],
    attributes: {},
    billingPeriod: "P1M",
    commitment: "P1M",
    price: usd("19.80"),
    setupPrice: null,
    listPrice: null,
    overuse: [],
    discount: null,
    typed: null,
    findings: [],
    total: usd("19.80"),
    setupTotal: null,
    firstYear: usd("237.60"),
    under: null,
    drift: null,
    offered: true,
    ...change,
  };
}

/** Test support: a cart whose lines all stand in one order unless told otherwise. */
export function sampleCart(lines: readonly CartLineDto[], change: Partial<CartDto> = {}): CartDto {
  return {
    id: "cart",
    name: "Sample",
    currency: "USD",
    customer: null,
    version: 3,
    updatedAt: "2026-11-22T09:14:00Z",
    lines: [...lines],
    problems: [],
    orders: [
      {
        number: 1,
        vendor: "cloudblue",
        vendorLabel: "Ingram",
        service: "O365",
        lines: lines.map((line) => line.id),
        total: null,
        problems: [],
      },
    ],
    totals: {},
    asOf: {},
    undo: null,
    ...change,
  };
}
