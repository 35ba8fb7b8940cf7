import sanitizeHtml from "sanitize-html";

/** Longest texts we keep, in UTF-16 units; what is longer is cut. */
export const textMax = { name: 300, line: 500, paragraph: 4_000, html: 20_000 } as const;

// Control characters, and the marks that reverse reading order and can make a name look like another.
const unwanted = /[\p{Cc}\u202A-\u202E\u2066-\u2069\uFEFF]/gu;
const unwantedButBreaks = /(?![\t\n\r])[\p{Cc}\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

const entities: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' };

/** Printable ASCII words with single spaces and nothing that could be markup: most texts, and nothing to clean. */
const alreadyPlain = /^[!-%'-;=?-~]+(?: [!-%'-;=?-~]+)*$/;

/** One line of text without markup; null where nothing is left. */
export function plainText(value: string | null | undefined, lengthMax: number): string | null {
  if (value === null || value === undefined) return null;
  if (value.length <= lengthMax && alreadyPlain.test(value)) return value;
  const flat = stripMarkup(value.slice(0, textMax.html).toWellFormed().replace(unwantedButBreaks, ""))
    .replace(/\s+/g, " ")
    .trim();
  return flat === "" ? null : cut(flat, lengthMax);
}

/** Markup may be hidden in entities, so stripping is repeated until nothing changes. */
function stripMarkup(text: string): string {
  let rest = text;
  for (let round = 0; round < 4 && /[<&]/.test(rest); round += 1) {
    const spaced = rest.replace(/<\/?(?:br|p|li|ul|ol|div|h[1-6])\b/gi, " $&");
    const next = sanitizeHtml(spaced, { allowedTags: [], allowedAttributes: {} }).replace(
      /&(?:amp|lt|gt|quot);/g,
      (entity) => entities[entity] ?? entity,
    );
    if (next === rest) break;
    rest = next;
  }
  return rest;
}

function cut(text: string, lengthMax: number): string {
  return text.length <= lengthMax
    ? text
    : `${text
        .slice(0, lengthMax - 1)
        .toWellFormed()
        .replace(/\uFFFD$/, "")
        .trimEnd()}…`;
}

const allowedTags = ["p", "br", "ul", "ol", "li", "strong", "em", "a"];

/** The vendor's description as harmless HTML of a few tags; null where nothing is left. */
export function cleanHtml(value: string | null | undefined): string | null {
  if (value === null || value === undefined) return null;
  const source = value.slice(0, textMax.html).toWellFormed().replace(unwantedButBreaks, "");
  const html = /[<&]/.test(source) ? sanitize(source) : paragraphs(source);
  return html.replace(/<[^>]*>|\s/g, "") === "" ? null : html;
}

function paragraphs(text: string): string {
  const escaped = text.replaceAll(">", "&gt;").trim();
  return escaped === "" ? "" : `<p>${escaped.split(/\n\s*\n/).join("</p><p>")}</p>`;
}

function sanitize(source: string): string {
  const clean = sanitizeHtml(source, {
    allowedTags,
    allowedAttributes: { a: ["href", "rel"] },
    allowedSchemes: ["https"],
    allowProtocolRelative: false,
    nestingLimit: 20,
    transformTags: {
      b: "strong",
      i: "em",
      a: (_tag, attributes): sanitizeHtml.Tag => {
        const href = httpsUrl(attributes.href);
        // Renaming a tag to one that is not allowed leaves a stray closing tag behind in broken markup.
        if (href === null) return { tagName: "a", attribs: {} };
        return { tagName: "a", attribs: { href, rel: "noopener nofollow" } };
      },
    },
  });
  // Of a link we do not keep, the words stay.
  return clean.replace(/<a>([^]*?)<\/a>/g, "$1").trim();
}

const urlLengthMax = 2_048;

/** The address when it is https, carries no credentials and no port and is not too long; else null. */
export function httpsUrl(value: string | null | undefined): string | null {
  if (!value || value.length > urlLengthMax || !URL.canParse(value)) return null;
  const url = new URL(value);
  if (url.protocol !== "https:" || url.username !== "" || url.password !== "" || url.port !== "") return null;
  return url.href.length <= urlLengthMax ? url.href : null;
}

/** A vendor's id kept letter by letter; null where it is empty, too long or not printable, since a cut id is another id. */
export function identifier(value: string | null | undefined, lengthMax = 200): string | null {
  if (value && value.length <= lengthMax && alreadyPlain.test(value)) return value;
  const id = value?.trim() ?? "";
  if (id === "" || id.length > lengthMax || !id.isWellFormed()) return null;
  return id.search(unwanted) === -1 ? id : null;
}
