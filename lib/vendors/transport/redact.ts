export type Redactor = {
  (text: string): string;
  /** Adds a value learnt later (a token); only the newest few are kept. */
  readonly learn: (secret: string) => void;
  readonly learnt: () => readonly string[];
};

const MASK = "[hidden]";
const learntMax = 8;
const secretLengthMin = 4;
/** A value that follows an authorization scheme, and anything built like a JWT. */
const tokenShapes = /\b(?:Bearer|Basic)\s+[\w.~+/=-]{8,}|\beyJ[\w-]{4,}\.[\w-]+(?:\.[\w-]*)?/g;

/** Replaces every known secret, also in its base64, base64url and percent-encoded form, wherever it stands in a text. */
export function createRedactor(secrets: readonly string[]): Redactor {
  const fixed = secrets.flatMap(formsOf);
  let learnt: { readonly secret: string; readonly forms: string[] }[] = [];
  const redact = (text: string) => {
    const known = [...fixed, ...learnt.flatMap(({ forms }) => forms)].toSorted((a, b) => b.length - a.length);
    const masked = known.reduce((rest, secret) => rest.replaceAll(secret, MASK), text);
    return masked.replace(tokenShapes, MASK);
  };
  const learn = (secret: string) => {
    if (learnt[0]?.secret === secret) return;
    learnt = [{ secret, forms: formsOf(secret) }, ...learnt].slice(0, learntMax);
  };
  return Object.assign(redact, { learn, learnt: () => learnt.map(({ secret }) => secret).toReversed() });
}

function formsOf(secret: string): string[] {
  if (secret.length < secretLengthMin) return [];
  const bytes = Buffer.from(secret, "utf8");
  const base64 = bytes.toString("base64");
  const forms = [secret, base64, base64.replace(/=+$/, ""), bytes.toString("base64url"), encodeForm(secret)];
  return [...new Set(forms)];
}

function encodeForm(secret: string): string {
  try {
    return encodeURIComponent(secret);
  } catch {
    // A lone surrogate cannot stand in an address, so there is no encoded form to hide.
    return secret;
  }
}
