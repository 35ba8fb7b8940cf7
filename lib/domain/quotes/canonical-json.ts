/** What JSON can carry; undefined members are left out. */
export type JsonValue =
  null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue | undefined };

/**
 * One text for one content, for hashing: members sorted by name, no white space, as RFC 8785 writes them. Throws a
 * TypeError for what JSON cannot say, so that two contents never share a text by accident.
 */
export function canonicalJson(value: JsonValue): string {
  if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number") return canonicalNumber(value);
  if (typeof value !== "object") throw new TypeError(`A ${typeof value} has no canonical JSON`);
  if (isList(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const members = Object.keys(value)
    .toSorted()
    .flatMap((key) => {
      const member = value[key];
      return member === undefined ? [] : [`${JSON.stringify(key)}:${canonicalJson(member)}`];
    });
  return `{${members.join(",")}}`;
}

function canonicalNumber(value: number): string {
  if (value - value !== 0) throw new TypeError("Only finite numbers have canonical JSON");
  return JSON.stringify(value);
}

function isList(value: object): value is readonly JsonValue[] {
  return Array.isArray(value);
}
