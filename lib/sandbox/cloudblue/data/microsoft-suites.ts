import { offer, type FamilyRow, type Term } from "../family";

const BUSINESS = { max: "300.0" };
const THREE_TERMS: readonly Term[] = ["annual-annual", "annual-monthly", "monthly-monthly"];
const WITH_THREE_YEARS = { terms: [...THREE_TERMS, "triennial-annual"] as const };

export const MICROSOFT_SUITES: readonly FamilyRow[] = [
  offer("O365-E3", "Office 365 E3", "19.55", "23", WITH_THREE_YEARS),
  offer("O365-E5", "Office 365 E5", "32.3", "38", WITH_THREE_YEARS),
  offer("O365-F3", "Office 365 F3", "3.4", "4"),
  offer("M365-E3", "Microsoft 365 E3", "30.6", "36", WITH_THREE_YEARS),
  offer("M365-E5", "Microsoft 365 E5", "48.45", "57", WITH_THREE_YEARS),
  offer("M365-F1", "Microsoft 365 F1", "1.91", "2.25"),
  offer("M365-F3", "Microsoft 365 F3", "6.8", "8"),
  offer("M365-BBASIC", "Microsoft 365 Business Basic", "5.1", "6", BUSINESS),
  offer("M365-BSTD", "Microsoft 365 Business Standard", "10.63", "12.5", BUSINESS),
  offer("M365-BPREM", "Microsoft 365 Business Premium", "18.7", "22", BUSINESS),
  offer("M365-APPSB", "Microsoft 365 Apps for business", "7.01", "8.25", BUSINESS),
  offer("M365-APPSE", "Microsoft 365 Apps for enterprise", "10.2", "12"),
  offer("M365-BBASIC-NT", "Microsoft 365 Business Basic EEA (no Teams)", "4.04", "4.75", {
    ...BUSINESS,
    currencies: ["EUR", "GBP"],
  }),
  offer("M365-E3-NT", "Microsoft 365 E3 EEA (no Teams)", "28.69", "33.75", { currencies: ["EUR", "GBP"] }),
  offer("COPILOT-E3", "Microsoft 365 Copilot for E3", "26.7", "30", { needs: ["M365-E3"] }),
  offer("COPILOT-E5", "Microsoft 365 Copilot for E5", "26.7", "30", { needs: ["M365-E5"] }),
  offer("COPILOT-BUS", "Microsoft 365 Copilot Business", "18.69", "21", { ...BUSINESS, needs: ["M365-BSTD"] }),
  offer("COPILOT-STUDIO", "Microsoft Copilot Studio message pack (25,000)", "178", "200", {
    needs: ["COPILOT-E3"],
    max: "500.0",
  }),
  offer("VIVA-SUITE", "Microsoft Viva Suite", "10.2", "12", { needs: ["M365-E3"] }),
  offer("VIVA-INSIGHTS", "Microsoft Viva Insights", "3.4", "4", { needs: ["M365-E3"] }),
  offer("PURVIEW-SUITE", "Microsoft Purview Suite", "10.2", "12", { needs: ["M365-E3"] }),
  offer("WIN-E3", "Windows 11 Enterprise E3", "5.95", "7"),
  offer("W365-B-2-4-64", "Windows 365 Business 2 vCPU 4 GB 64 GB", "24.65", "29", BUSINESS),
  offer("W365-B-4-16-128", "Windows 365 Business 4 vCPU 16 GB 128 GB", "56.1", "66", BUSINESS),
  offer("W365-E-2-8-128", "Windows 365 Enterprise 2 vCPU 8 GB 128 GB", "34.85", "41", {
    needs: ["INTUNE-P1", "WIN-E3"],
  }),
];
