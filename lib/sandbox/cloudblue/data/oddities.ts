import { offer, type FamilyRow } from "../family";

const MONTHLY = { terms: ["monthly-monthly"] as const };

/** A fictitious local publisher: names in other scripts, and the few records every real catalog has that do not add up. */
export const DEMO_WORKS: readonly FamilyRow[] = [
  offer("KINTAI", "クラウド勤怠管理 スタンダード", "3.2", "4.5", { ...MONTHLY, currencies: ["JPY", "USD"] }),
  offer("KINTAI-OPT", "クラウド勤怠管理 シフト作成オプション", "0.8", "1.2", {
    ...MONTHLY,
    currencies: ["JPY", "USD"],
    needs: ["KINTAI"],
  }),
  offer("ARCHIV", "Облачный архив документов", "2.4", "3.1", { ...MONTHLY, currencies: ["EUR", "USD"] }),
  offer("PRAXIS", "Datensicherung für Ärzte & Praxen", "9.9", "14.5", { ...MONTHLY, currencies: ["EUR"] }),
  offer("FACTURE", "Facturation électronique – édition « Élan »", "6.2", "8.9", { ...MONTHLY, currencies: ["EUR"] }),
  offer("ARABIC", "منصة التوقيع الرقمي", "5.1", "7.4", { ...MONTHLY, currencies: ["USD"] }),
  offer("ZEROS", "Demo Works Label Printing Connector", "1.9", "2.9", { ...MONTHLY, mpn: "000123-DEMO" }),
  offer("UUID", "Demo Works Time Clock", "1.1", "1.6", { ...MONTHLY, mpn: "00000000-0000-4000-8000-000000000101" }),
  offer("UUID-ADDON", "Demo Works Time Clock kiosk mode", "0.5", "0.8", {
    ...MONTHLY,
    mpn: "00000000-0000-4000-8000-000000000102",
    needs: ["UUID"],
  }),
  offer("LOSSLEADER", "Demo Works Starter Bundle (promotion)", "12", "9.9", MONTHLY),
  offer("PARTNERPRICE", "Demo Works Not-for-profit Grant", "0.5", "0", { ...MONTHLY, max: "10.0" }),
  offer("DANGLING", "Demo Works Analytics module", "2.5", "3.6", {
    ...MONTHLY,
    needs: ["DEMO-WORKS-SUITE-NOT-DELEGATED"],
  }),
  offer("CYCLE-A", "Demo Works Sync Gateway", "4", "5.5", { ...MONTHLY, needs: ["CYCLE-B"] }),
  offer("CYCLE-B", "Demo Works Sync Client", "1", "1.5", { ...MONTHLY, needs: ["CYCLE-A"] }),
  offer("METERED", "Demo Works API calls per 1,000", "0.0035", "0.0049", {
    ...MONTHLY,
    usageOnly: true,
    overuse: ["0.0035", "0.0049"],
    max: "-1.0",
  }),
  offer("ONBOARD", "Demo Works guided onboarding", "0", "0", { ...MONTHLY, setup: ["250", "390"], max: "1.0" }),
];
