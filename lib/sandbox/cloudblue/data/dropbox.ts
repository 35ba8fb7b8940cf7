import { offer, type FamilyRow } from "../family";

const ONCE = { min: "0.0", max: "1.0" };

export const DROPBOX: readonly FamilyRow[] = [
  offer("STD", "Dropbox Business Standard", "12.75", "15", { min: "3.0" }),
  offer("ADV", "Dropbox Business Advanced", "20.4", "24", { min: "3.0" }),
  offer("BUS", "Dropbox Business", "16.15", "19", { min: "3.0" }),
  offer("BUSPLUS", "Dropbox Business Plus", "22.1", "26", { min: "3.0" }),
  offer("EDU", "Dropbox Education", "4.2", "5", { min: "125.0" }),
  offer("GOV", "Dropbox Data Governance add-on", "5.1", "6", { needs: ["ADV"], min: "3.0" }),
  offer("EVH", "Dropbox Extended Version History add-on", "3.4", "4", { needs: ["ADV"], min: "3.0" }),
  offer("REPLAY", "Dropbox Replay add-on", "8.5", "10", { needs: ["STD"] }),
  offer("SIGN", "Dropbox Sign add-on", "10.2", "12", { needs: ["STD"] }),
  offer("TB10", "Dropbox storage pack 10 TB", "170", "200", { needs: ["ADV"], ...ONCE }),
  offer("TB50", "Dropbox storage pack 50 TB", "680", "800", { needs: ["ADV"], ...ONCE }),
];

export const HELLOSIGN: readonly FamilyRow[] = [
  offer("ESS", "HelloSign Essentials", "17", "20", { max: "1.0" }),
  offer("STD", "HelloSign Standard", "25.5", "30", { min: "2.0" }),
  offer("PREM", "HelloSign Premium", "42.5", "50", { min: "5.0" }),
  offer("API", "HelloSign API, 50 signature requests", "85", "100", { overuse: ["1.7", "2"], max: "100.0" }),
  offer("SMS", "HelloSign SMS authentication, pack of 100", "13.6", "16", { needs: ["PREM"], min: "0.0" }),
];
