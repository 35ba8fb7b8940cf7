import { offer, type FamilyRow } from "../family";

const PER_USAGE = { terms: ["monthly-monthly"] as const, usageOnly: true as const };

export const GOOGLE_WORKSPACE: readonly FamilyRow[] = [
  offer("BSTART", "Google Workspace Business Starter", "5.6", "7", { max: "300.0" }),
  offer("BSTD", "Google Workspace Business Standard", "11.2", "14", { max: "300.0" }),
  offer("BPLUS", "Google Workspace Business Plus", "17.6", "22", { max: "300.0" }),
  offer("ENT-STD", "Google Workspace Enterprise Standard", "21.6", "27"),
  offer("ENT-PLUS", "Google Workspace Enterprise Plus", "28", "35"),
  offer("FRONT", "Google Workspace Frontline Starter", "3.6", "4.5"),
  offer("VAULT", "Google Vault", "4", "5", { needs: ["BSTD"] }),
  offer("VOICE-START", "Google Voice Starter", "8", "10", { needs: ["BSTD"], max: "10.0" }),
  offer("VOICE-STD", "Google Voice Standard", "16", "20", { needs: ["BSTD"] }),
  offer("APPSHEET", "AppSheet Core", "8", "10"),
  offer("CHROME-ENT", "Chrome Enterprise Upgrade", "40", "50"),
  offer("IDENT-PREM", "Cloud Identity Premium", "5.76", "7.2"),
  offer("FLEX-BSTD", "Google Workspace Business Standard, flexible", null, "16.8", {
    ...PER_USAGE,
    overuse: ["0", "16.8"],
  }),
  offer("GCP", "Google Cloud Platform, pay as you go", null, "0", { ...PER_USAGE, max: "1.0", overuse: ["0", "1"] }),
];

export const AVEPOINT: readonly FamilyRow[] = [
  offer("CB-M365", "AvePoint Cloud Backup for Microsoft 365", "2.6", "3.9", {
    tiers: [
      [1, "2.6", "3.9"],
      [250, "2.35", "3.5"],
      [1000, "2.05", "3.1"],
    ],
  }),
  offer("CB-D365", "AvePoint Cloud Backup for Dynamics 365", "3.1", "4.6"),
  offer("CB-GWS", "AvePoint Cloud Backup for Google Workspace", "2.2", "3.3"),
  offer("CB-AZURE", "AvePoint Cloud Backup for Azure, per VM", "7.5", "11.2"),
  offer("CB-STORAGE", "AvePoint own-storage connector", "0.4", "0.6", { needs: ["CB-M365"] }),
  offer("FLY", "AvePoint Fly migration, per user", "7", "10.5", { terms: ["monthly-monthly"], setup: ["150", "220"] }),
  offer("CLOUD-GOV", "AvePoint Cloud Governance", "2.8", "4.2"),
  offer("POLICIES", "AvePoint Policies for Microsoft 365", "1.9", "2.85", { needs: ["CLOUD-GOV"] }),
  offer("INSIGHTS", "AvePoint Insights for Microsoft 365", "1.6", "2.4", { needs: ["CLOUD-GOV", "POLICIES"] }),
];

export const ADOBE: readonly FamilyRow[] = [
  offer("CC-ALL", "Adobe Creative Cloud for teams, all apps", "76.5", "89.99"),
  offer("CC-PS", "Adobe Photoshop for teams", "32.3", "37.99"),
  offer("ACRO-STD", "Adobe Acrobat Standard for teams", "12.7", "14.99"),
  offer("ACRO-PRO", "Adobe Acrobat Pro for teams", "20.3", "23.99"),
  offer("ACRO-AI", "Adobe Acrobat AI Assistant for teams", "4.24", "4.99", { needs: ["ACRO-PRO"] }),
  offer("STOCK-10", "Adobe Stock for teams, 10 assets a month", "25.4", "29.99"),
  offer("SIGN-1", "Adobe Acrobat Sign, 150 transactions", "29.7", "34.99", { overuse: ["1.1", "1.3"] }),
];

export const VEEAM: readonly FamilyRow[] = [
  offer("VBR-ESS", "Veeam Data Platform Essentials, 5 workloads", "38", "47", { max: "10.0" }),
  offer("VBR-ADV", "Veeam Data Platform Advanced, 10 workloads", "118", "146"),
  offer("M365", "Veeam Backup for Microsoft 365, per user", "1.5", "2.1"),
  offer("VAULT", "Veeam Data Cloud Vault Foundation, 1 TB", "11.2", "14", { max: "-1" }),
  offer("ONE", "Veeam ONE monitoring add-on", "14", "17.5", { needs: ["VBR-ADV"] }),
];
