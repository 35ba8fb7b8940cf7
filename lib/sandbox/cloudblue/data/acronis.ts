import { offer, type FamilyRow } from "../family";

const POOL = { max: "-1.0" };

export const ACRONIS: readonly FamilyRow[] = [
  offer("STD-WS", "Acronis Cyber Protect Cloud, workstation", "1.2", "1.75", POOL),
  offer("STD-VM", "Acronis Cyber Protect Cloud, virtual machine", "4.5", "6.5", POOL),
  offer("STD-SRV", "Acronis Cyber Protect Cloud, server", "7.9", "11.5", POOL),
  offer("STD-M365", "Acronis Cyber Protect Cloud, Microsoft 365 seat", "0.95", "1.4", POOL),
  offer("STD-GWS", "Acronis Cyber Protect Cloud, Google Workspace seat", "0.95", "1.4", POOL),
  offer("STD-WEB", "Acronis Cyber Protect Cloud, website", "1.1", "1.6", POOL),
  offer("ADVB-WS", "Acronis Advanced Backup, workstation", "0.85", "1.25", { ...POOL, needs: ["STD-WS"] }),
  offer("ADVB-SRV", "Acronis Advanced Backup, server", "3.1", "4.5", { ...POOL, needs: ["STD-SRV"] }),
  offer("ADVS-WS", "Acronis Advanced Security, workstation", "1.05", "1.5", { ...POOL, needs: ["STD-WS"] }),
  offer("ADVE-WS", "Acronis Advanced Security + EDR, workstation", "2.3", "3.35", { ...POOL, needs: ["STD-WS"] }),
  offer("MDR-WS", "Acronis Managed Detection and Response, workstation", "3.9", "5.6", { ...POOL, needs: ["ADVE-WS"] }),
  offer("ADVM-WS", "Acronis Advanced Management, workstation", "0.8", "1.15", { ...POOL, needs: ["STD-WS"] }),
  offer("ADVMAIL", "Acronis Advanced Email Security, mailbox", "1.45", "2.1", { ...POOL, needs: ["STD-M365"] }),
  offer("ADVDLP-WS", "Acronis Advanced Data Loss Prevention, workstation", "1.3", "1.9", {
    ...POOL,
    needs: ["STD-WS", "ADVS-WS"],
  }),
  offer("DR-STORAGE", "Acronis Disaster Recovery storage per GB", "0.09", "0.13", { ...POOL, needs: ["STD-SRV"] }),
  offer("DR-COMPUTE", "Acronis Disaster Recovery compute point per hour", "0.0035", "0.0052", {
    ...POOL,
    needs: ["DR-STORAGE"],
    usageOnly: true,
    overuse: ["0.0035", "0.0052"],
  }),
  offer("STORAGE", "Acronis hosted storage, 1 TB pool", "24", "35", {
    ...POOL,
    setup: ["40", "60"],
    overuse: ["0.028", "0.041"],
    needs: ["STD-SRV"],
  }),
  offer("NOTARY", "Acronis Notary, 100 notarisations", "2.4", "3.5", POOL),
];
