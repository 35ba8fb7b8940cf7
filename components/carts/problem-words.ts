import type { CartLineDto, CartProblemDto, Fix } from "@/lib/client/cart-shapes";

/** The problem as it reads right under its line: "Needs Office 365 Enterprise E1". */
export function problemSentence(line: Pick<CartLineDto, "name">, { message }: Pick<CartProblemDto, "message">): string {
  if (!message.startsWith(`${line.name} `)) return message;
  const rest = message.slice(line.name.length + 1);
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

/** A fix that only takes this very line out says so without its name. */
export function fixLabel(line: Pick<CartLineDto, "id">, fix: Fix): string {
  const onlyThis = fix.removes.length === 1 && fix.removes[0] === line.id;
  return onlyThis && fix.adds.length === 0 && fix.changes.length === 0 ? "Remove this line" : fix.label;
}
