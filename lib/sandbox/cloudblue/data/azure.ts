import { offer, type FamilyRow } from "../family";

export const AZURE: readonly FamilyRow[] = [
  offer("PLAN", "Azure plan", null, "0", { min: "1.0", max: "1.0", usageOnly: true, overuse: ["1", "1"] }),
  offer("SUPPORT-DEV", "Azure support, Developer", "24.65", "29", { needs: ["PLAN"], max: "1.0" }),
  offer("SUPPORT-STD", "Azure support, Standard", "85", "100", { needs: ["PLAN"], max: "1.0" }),
  offer("RI-D2SV5", "Azure reserved VM instance Standard_D2s_v5, West Europe", "42.66", "46.5", {
    needs: ["PLAN"],
    terms: ["annual-annual", "triennial-annual"],
    max: "500.0",
  }),
  offer("RI-E4SV5", "Azure reserved VM instance Standard_E4s_v5, West Europe", "108.4", "118.2", {
    needs: ["PLAN"],
    terms: ["annual-annual", "triennial-annual"],
    max: "500.0",
  }),
  offer("BLOB-HOT", "Azure Blob storage hot tier per GB", "0.0166", "0.0184", {
    needs: ["PLAN"],
    usageOnly: true,
    overuse: ["0.0166", "0.0184"],
    max: "-1",
  }),
  offer("FUNC-EXEC", "Azure Functions executions per 10,000", "0.0018", "0.0020", {
    needs: ["PLAN"],
    usageOnly: true,
    overuse: ["0.0018", "0.0020"],
    max: "-1",
  }),
];
