import { offer, type FamilyRow } from "../family";

export const DYNAMICS: readonly FamilyRow[] = [
  offer("BC-ESS", "Dynamics 365 Business Central Essentials", "56", "70"),
  offer("BC-PREM", "Dynamics 365 Business Central Premium", "80", "100"),
  offer("BC-TEAM", "Dynamics 365 Business Central Team Members", "6.4", "8", { needs: ["BC-ESS"] }),
  offer("BC-DEVICE", "Dynamics 365 Business Central Device", "32", "40"),
  offer("BC-ENV", "Dynamics 365 Business Central additional production environment", "32", "40", {
    needs: ["BC-ESS"],
    max: "50.0",
  }),
  offer("SALES-PRO", "Dynamics 365 Sales Professional", "52", "65"),
  offer("SALES-ENT", "Dynamics 365 Sales Enterprise", "76", "95"),
  offer("SALES-PREM", "Dynamics 365 Sales Premium", "108", "135", { min: "10.0" }),
  offer("CS-PRO", "Dynamics 365 Customer Service Professional", "40", "50"),
  offer("CS-ENT", "Dynamics 365 Customer Service Enterprise", "76", "95"),
  offer("CS-ATTACH", "Dynamics 365 Customer Service Enterprise attach", "16", "20", { needs: ["SALES-ENT"] }),
  offer("VOICE", "Dynamics 365 Contact Center voice channel add-on", "60", "75", { needs: ["CS-ENT", "CS-ATTACH"] }),
  offer("FIELD", "Dynamics 365 Field Service", "76", "95"),
  offer("FIELD-CONTRACTOR", "Dynamics 365 Field Service Contractor", "40", "50", { needs: ["FIELD"] }),
];
