import { offer, type FamilyRow } from "../family";

export const MICROSOFT_SECURITY: readonly FamilyRow[] = [
  offer("DEFO365-P1", "Defender for Office 365 (Plan 1)", "1.7", "2", { needs: ["EXO-P1"] }),
  offer("DEFO365-P2", "Defender for Office 365 (Plan 2)", "4.25", "5", { needs: ["EXO-P2"] }),
  offer("DEFEND-P1", "Defender for Endpoint (Plan 1)", "2.55", "3"),
  offer("DEFEND-P2", "Defender for Endpoint (Plan 2)", "4.42", "5.2"),
  offer("DEFBUS", "Defender for Business", "2.55", "3", { max: "300.0" }),
  offer("DEFBUS-SRV", "Defender for Business servers", "2.55", "3", { needs: ["DEFBUS"], max: "60.0" }),
  offer("DEFVULN", "Defender Vulnerability Management add-on", "1.7", "2", { needs: ["DEFEND-P2"] }),
  offer("DEFID", "Defender for Identity", "4.68", "5.5"),
  offer("ENTRA-P1", "Entra ID P1", "5.1", "6"),
  offer("ENTRA-P2", "Entra ID P2", "7.65", "9"),
  offer("ENTRA-GOV", "Entra ID Governance", "5.95", "7", { needs: ["ENTRA-P2"] }),
  offer("INTUNE-P1", "Intune Plan 1", "6.8", "8"),
  offer("INTUNE-P2", "Intune Plan 2", "3.4", "4", { needs: ["INTUNE-P1"] }),
  offer("INTUNE-SUITE", "Intune Suite", "8.5", "10", { needs: ["INTUNE-P1"] }),
  offer("INTUNE-REMOTE", "Intune Remote Help", "2.98", "3.5", { needs: ["INTUNE-P1"] }),
  offer("EMS-E3", "Enterprise Mobility + Security E3", "9.01", "10.6"),
  offer("EMS-E5", "Enterprise Mobility + Security E5", "13.94", "16.4"),
];
