import type { LinkedResource, ProductDetails, SupportContacts } from "@/lib/domain/catalog/product";
import type { IbmProduct, IbmSupport } from "@/lib/vendors/ibm/schemas";
import { cleanHtml, httpsUrl, plainText, textMax } from "@/lib/vendors/text";

/** What only the product page shows. All links are https or left out. */
export function mapDetails(row: IbmProduct): ProductDetails {
  return {
    descriptionHtml: descriptionOf(row),
    headline: plainText(headlineOf(row), textMax.line),
    benefits: (row.benefits ?? []).flatMap(({ title, description }) => {
      const [name, text] = [plainText(title, textMax.line), plainText(description, textMax.paragraph)];
      if (name !== null) return [{ title: name, description: text }];
      return text === null ? [] : [{ title: text, description: null }];
    }),
    resources: resourcesOf(row),
    support: contactsOf(row.support),
    trialSupport: contactsOf(row.trialSupport),
    imageUrls: [row.imageUrl, row.screenshotUrl, row.pictogram, row.icon].flatMap((url) => httpsUrl(url) ?? []),
    vendorUrl: httpsUrl(row.url),
    keywords: [...new Set((row.keywords ?? []).flatMap((word) => plainText(word, textMax.name) ?? []))].slice(0, 100),
    facts: factsOf(row),
  };
}

const headlineOf = ({ offeringHeadline, overviewHeadline }: IbmProduct) => offeringHeadline ?? overviewHeadline;

/** From the first words to the longest text; what another of them or the headline says anyway is not said twice. */
function descriptionOf(row: IbmProduct): string | null {
  const { overviewHeadline, overview, description, longDescription } = row;
  const heading = overviewHeadline ? `<p>${plainText(overviewHeadline, textMax.line) ?? ""}</p>` : null;
  const own = overviewHeadline === headlineOf(row) ? null : heading;
  const said = [...new Set([own, overview, description, longDescription].map((text) => text?.trim() ?? ""))];
  const texts = said.filter((text) => text !== "" && !said.some((other) => other !== text && other.includes(text)));
  return texts.map((text) => cleanHtml(text) ?? "").join("") || null;
}

function resourcesOf(row: IbmProduct): LinkedResource[] {
  const listed = (row.resources ?? []).flatMap((resource) => {
    const url = httpsUrl(resource.url);
    if (url === null) return [];
    const name = plainText(resource.name, textMax.line) ?? new URL(url).hostname;
    const description = plainText(resource.description, textMax.paragraph);
    return [{ name, type: plainText(resource.type, textMax.name), description, url }];
  });
  const demo = httpsUrl(row.demoUrl);
  return demo === null ? listed : [...listed, { name: "Demo", type: "Demo", description: null, url: demo }];
}

function contactsOf(support: IbmSupport): SupportContacts | null {
  if (!support) return null;
  const contacts: SupportContacts = {
    email: mailOf(support.email),
    phone: plainText(support.phone, 60),
    chat: plainText(support.chat, textMax.line),
    url: httpsUrl(support.url),
    knowledgebaseUrl: httpsUrl(support.knowledgebaseUrl),
  };
  return Object.values(contacts).every((value) => value === null) ? null : contacts;
}

function mailOf(value: string | null | undefined): string | null {
  const mail = value?.trim() ?? "";
  return /^[\w.+-]{1,64}@[A-Za-z0-9.-]{1,190}$/.test(mail) ? mail : null;
}

function factsOf(row: IbmProduct): ProductDetails["facts"] {
  const certifications = (row.partnerWorldCertifications ?? []).flatMap(({ readyForProgram, readyForSubprogram }) =>
    [readyForProgram, ...(readyForSubprogram ?? [])].filter((name) => typeof name === "string"),
  );
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    ["Also known as", row.naturalLanguageName === row.name ? null : row.naturalLanguageName],
    ["Business unit", row.businessUnit],
    ["Third-party product", yesNo(row.isThirdParty)],
    ["Trial available", yesNo(row.hasTrialAvailable)],
    ["Cloud Paks", row.kubernetes?.join(", ")],
    ["Certifications", certifications.join(", ")],
    ["Provider's contact", mailOf(row.provider?.contact)],
  ];
  return facts.flatMap(([name, value]) => {
    const text = plainText(value, textMax.line);
    return text === null ? [] : [{ name, value: text }];
  });
}

function yesNo(value: boolean | null | undefined): string | null {
  if (value === null || value === undefined) return null;
  return value ? "yes" : "no";
}
