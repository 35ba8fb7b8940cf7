import type { ComponentAttribute } from "@/lib/domain/catalog/product";
import { joinNames, quantityWords } from "@/lib/domain/cart/words";
import { compareDecimals, decimal, parseDecimal } from "@/lib/domain/money/decimal";

/** What is wrong with a value, as the end of a sentence that begins with the attribute's name; null when nothing is. */
export function checkAttribute(attribute: ComponentAttribute, value: string | null): string | null {
  if (value === null) return attribute.required ? "is missing" : null;
  switch (attribute.type) {
    case "number":
      return checkNumber(attribute, value);
    case "enumeration":
      return checkChoice(attribute, value);
    case "url":
      return isWebAddress(value) ? null : "is not a web address such as https://example.com";
    case "email":
      return /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(value) ? null : "is not a mail address such as name@example.com";
    case "text":
      return checkLength(attribute, value);
  }
  return null;
}

function checkNumber({ minimum, maximum }: ComponentAttribute, value: string): string | null {
  const number = parseDecimal(value);
  if (!number) return "is not a number";
  if (minimum !== null && compareDecimals(number, decimal(minimum)) < 0)
    return `has a min of ${quantityWords(minimum)}`;
  if (maximum !== null && compareDecimals(number, decimal(maximum)) > 0)
    return `has a max of ${quantityWords(maximum)}`;
  return null;
}

function checkChoice({ choices }: ComponentAttribute, value: string): string | null {
  if (choices.length === 0 || choices.some((choice) => choice.value === value)) return null;
  return `must be ${joinNames(
    choices.map(({ label }) => label),
    "or",
  )}`;
}

/** Vendors give limits of texts as lengths. */
function checkLength({ minimum, maximum }: ComponentAttribute, value: string): string | null {
  const length = { units: BigInt(value.length), scale: 0 };
  if (minimum !== null && compareDecimals(length, decimal(minimum)) < 0) return `is shorter than ${minimum} characters`;
  if (maximum !== null && compareDecimals(length, decimal(maximum)) > 0) return `is longer than ${maximum} characters`;
  return null;
}

function isWebAddress(value: string): boolean {
  return /^https?:\/\/[^\s/?#]+/i.test(value) && URL.canParse(value);
}
