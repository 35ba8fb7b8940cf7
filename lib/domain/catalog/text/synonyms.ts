/** Groups of phrases that mean the same to a seller. */
export type Synonyms = readonly (readonly string[])[];

export const defaultSynonyms: Synonyms = [
  ["o365", "office 365", "m365", "microsoft 365", "ms 365", "office365"],
  ["av", "antivirus", "anti-virus", "anti virus", "endpoint protection"],
  ["vm", "virtual machine", "virtual server"],
  ["gsuite", "g suite", "google workspace"],
  ["ad", "active directory", "entra id", "azure ad"],
  ["mfa", "2fa", "multi factor authentication", "two factor authentication"],
  ["edr", "endpoint detection and response"],
  ["dr", "disaster recovery"],
  ["db", "database"],
  ["p1", "plan 1"],
  ["p2", "plan 2"],
  ["e-sign", "esign", "esignature", "e-signature", "electronic signature"],
  ["mdm", "mobile device management"],
  ["ms", "microsoft"],
  ["addon", "add-on"],
  ["email", "e-mail"],
];
