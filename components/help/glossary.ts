/** One word per idea, the same on every page, in the API and in exports. */
export const glossary: readonly (readonly [string, string])[] = [
  ["Cost", "What we pay the vendor."],
  ["Price", "What the customer pays."],
  ["List price", "The vendor’s public price."],
  ["Margin", "Price less cost; its percent is of the price: (price − cost) ÷ price."],
  ["Margin band", "Loss, low, normal or high: where the percent lies between the bounds the house has set."],
  ["Markup", "The same amount as a percent of the cost: (price − cost) ÷ cost."],
  ["Part number", "The vendor’s own name for what is ordered, also called MPN or SKU."],
  ["Plan", "What can be bought of a product: its period, price and limits."],
  ["Component", "A part of a plan: its base, or an option on top of it."],
  ["Billing", "How often the vendor bills: monthly, yearly, once."],
  [
    "Billed by use",
    "Has a price per unit used and none per period. It is quoted with that price; what will be used is in no total.",
  ],
  ["Commitment", "How long the customer is bound; apart from billing."],
  ["Service", "The vendor’s order group: one Ingram Micro order holds one service."],
  ["Requirement", "Something that must be in the cart too, or be owned by the customer already."],
  ["Problem", "Why a cart cannot be ordered as it is; it stands on its line with buttons that fix it."],
  ["Order draft", "What would be sent to the vendor. The desk makes it for download and never orders by itself."],
  [
    "Price check",
    "The vendor’s own sum for an order of a cart, with what it would add, beside our cost. Only vendors that offer it show the button.",
  ],
  [
    "Customer view",
    "The eye at the top hides costs, margins and internal notes in this tab while a customer looks on.",
  ],
  ["Share link", "An address that shows a customer one quote or product without an account and without any cost."],
  ["Sync", "Fetching a vendor’s catalog. A half-finished one never replaces the last good copy."],
];
