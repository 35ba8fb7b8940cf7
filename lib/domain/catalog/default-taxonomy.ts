import type { TaxonomyRow, TaxonomyTable } from "@/lib/domain/catalog/taxonomy";

const row = (categories: readonly string[], topics: readonly string[], serviceType = "Application"): TaxonomyRow => ({
  categories,
  topics: topics.map((topic) => `cat.topic:${topic}`),
  serviceType,
});

/** In the vocabulary of the vendors that have one, so that both fall under the same headings. */
const rows: Readonly<Record<string, TaxonomyRow>> = {
  O365: row(["Productivity"], ["OfficeSuite", "Email"]),
  M365: row(["Productivity"], ["OfficeSuite", "Email"]),
  D365: row(["Business applications"], ["CustomerRelations", "ResourcePlanning"]),
  GOOGLE_WORKSPACE: row(["Productivity"], ["OfficeSuite", "Email"]),
  ADOBE: row(["Productivity"], ["CreativeSuite", "Documents"]),
  HELLOSIGN: row(["Productivity"], ["ElectronicSignature"]),
  AZURE: row(["Cloud infrastructure"], ["Compute", "Storage"], "Runtime"),
  AWS: row(["Cloud infrastructure"], ["Compute", "Storage"], "Runtime"),
  DROPBOX: row(["File transfer"], ["FileSharing", "Storage"]),
  BOX: row(["File transfer"], ["FileSharing", "Storage"]),
  ACRONIS: row(["Security", "Data management"], ["Backup", "EndpointProtection"]),
  VEEAM: row(["Data management"], ["Backup"]),
  AVEPOINT: row(["Data management"], ["Backup", "DataGovernance"]),
  SYMANTEC: row(["Security"], ["EndpointProtection", "EmailSecurity"]),
  BITDEFENDER: row(["Security"], ["EndpointProtection"]),
  TREND: row(["Security"], ["EndpointProtection"]),
  ESET: row(["Security"], ["EndpointProtection"]),
  SOPHOS: row(["Security"], ["EndpointProtection"]),
  CISCO: row(["Security"], ["NetworkSecurity", "IdentityAccess"]),
};

export const defaultTaxonomy: TaxonomyTable = new Map(Object.entries(rows));
