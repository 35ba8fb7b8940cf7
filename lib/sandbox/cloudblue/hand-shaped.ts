import type { Currency } from "../currencies";
import { ACRONIS } from "./data/acronis";
import { AZURE } from "./data/azure";
import { DOCUMENTED_PRODUCTS } from "./data/documented";
import { DROPBOX, HELLOSIGN } from "./data/dropbox";
import { DYNAMICS } from "./data/dynamics";
import { MICROSOFT_SECURITY } from "./data/microsoft-security";
import { MICROSOFT_SUITES } from "./data/microsoft-suites";
import { MICROSOFT_WORKLOADS } from "./data/microsoft-workloads";
import { DEMO_WORKS } from "./data/oddities";
import { ADOBE, AVEPOINT, GOOGLE_WORKSPACE, VEEAM } from "./data/productivity-vendors";
import { BITDEFENDER, CISCO, SYMANTEC, TREND_MICRO } from "./data/security-vendors";
import { expandFamily, type Family, type FamilyRow, type Term } from "./family";
import type { CloudBlueProduct } from "./records";

const NCE: readonly Term[] = ["annual-annual", "annual-monthly", "monthly-monthly"];
const YEAR_OR_MONTH: readonly Term[] = ["annual-annual", "monthly-monthly"];
const MONTHLY: readonly Term[] = ["monthly-monthly"];
const WORLD: readonly Currency[] = ["USD", "EUR", "GBP"];
const WORLD_AND_YEN: readonly Currency[] = ["USD", "EUR", "GBP", "JPY"];

const FAMILIES: readonly (readonly [Family, readonly FamilyRow[]])[] = [
  [
    { service: "O365", vendor: "demo-microsoft", prefix: "MS", terms: NCE, currencies: WORLD, nameTerms: "nce" },
    [...MICROSOFT_SUITES, ...MICROSOFT_WORKLOADS, ...MICROSOFT_SECURITY],
  ],
  [{ service: "AZURE_NCE", vendor: "demo-microsoft", prefix: "AZ", terms: MONTHLY, currencies: WORLD }, AZURE],
  [
    {
      service: "D365",
      vendor: "demo-microsoft",
      prefix: "D365",
      terms: YEAR_OR_MONTH,
      currencies: WORLD,
      nameTerms: "nce",
    },
    DYNAMICS,
  ],
  [{ service: "DROPBOX", vendor: "demo-dropbox", prefix: "DBX", terms: YEAR_OR_MONTH, currencies: WORLD }, DROPBOX],
  [{ service: "HELLOSIGN", vendor: "demo-dropbox", prefix: "HS", terms: YEAR_OR_MONTH }, HELLOSIGN],
  [
    { service: "ACRONIS_CPC", vendor: "demo-acronis", prefix: "ACR", terms: MONTHLY, currencies: WORLD_AND_YEN },
    ACRONIS,
  ],
  [{ service: "SYMANTEC", vendor: "demo-symantec", prefix: "SYM", terms: YEAR_OR_MONTH, currencies: WORLD }, SYMANTEC],
  [
    { service: "BITDEFENDER", vendor: "demo-bitdefender", prefix: "BIT", terms: YEAR_OR_MONTH, currencies: WORLD },
    BITDEFENDER,
  ],
  [
    { service: "TREND_WFBS", vendor: "demo-trendmicro", prefix: "TM", terms: YEAR_OR_MONTH, currencies: WORLD_AND_YEN },
    TREND_MICRO,
  ],
  [{ service: "CISCO_CLOUD", vendor: "demo-cisco", prefix: "CSC", terms: YEAR_OR_MONTH, currencies: WORLD }, CISCO],
  [
    {
      service: "GOOGLE_WORKSPACE",
      vendor: "demo-google",
      prefix: "GWS",
      terms: YEAR_OR_MONTH,
      currencies: WORLD_AND_YEN,
    },
    GOOGLE_WORKSPACE,
  ],
  [{ service: "AVEPOINT", vendor: "demo-avepoint", prefix: "AVP", terms: YEAR_OR_MONTH, currencies: WORLD }, AVEPOINT],
  [
    {
      service: "ADOBE_VIPMP",
      vendor: "demo-adobe",
      prefix: "ADB",
      terms: ["annual-annual"],
      currencies: WORLD_AND_YEN,
    },
    ADOBE,
  ],
  [{ service: "VEEAM", vendor: "demo-veeam", prefix: "VEE", terms: YEAR_OR_MONTH, currencies: WORLD }, VEEAM],
  [
    { service: "DEMO_WORKS", vendor: "demo-works", prefix: "DW", terms: MONTHLY, currencies: ["USD", "EUR"] },
    DEMO_WORKS,
  ],
];

/** The vendor's documented records first, so that the first page reads as in the vendor's own example. */
export function handShapedProducts(): CloudBlueProduct[] {
  return [...DOCUMENTED_PRODUCTS, ...FAMILIES.flatMap(([family, rows]) => expandFamily(family, rows))];
}
