import { offer, type FamilyRow } from "../family";

export const SYMANTEC: readonly FamilyRow[] = [
  offer("SBE", "Symantec Endpoint Protection Small Business Edition, per device", "2.1", "2.99", { max: "250.0" }),
  offer("SES-C", "Symantec Endpoint Security Complete", "4.6", "6.4"),
  offer("EDR", "Symantec Endpoint Detection add-on", "1.3", "1.9", { needs: ["SES-C"] }),
  offer("MAIL-P", "Symantec Email Security.cloud Protect", "1.55", "2.2"),
  offer("MAIL-S", "Symantec Email Security.cloud Safeguard", "2.35", "3.3"),
  offer("MAIL-ENC", "Symantec Policy Based Encryption Advanced", "1.15", "1.65", { needs: ["MAIL-S"] }),
  offer("MAIL-IMG", "Symantec Image Control", "0.45", "0.65", { needs: ["MAIL-S"] }),
  offer("WEB-P", "Symantec Web Security Service", "2.9", "4.1"),
];

export const BITDEFENDER: readonly FamilyRow[] = [
  offer("GZ-BUS", "Bitdefender GravityZone Business Security", "1.6", "2.4"),
  offer("GZ-PREM", "Bitdefender GravityZone Business Security Premium", "3.1", "4.6"),
  offer("GZ-ENT", "Bitdefender GravityZone Business Security Enterprise", "4.3", "6.4"),
  offer("GZ-PATCH", "Bitdefender Patch Management add-on", "0.7", "1.05", { needs: ["GZ-PREM"] }),
  offer("GZ-FDE", "Bitdefender Full Disk Encryption add-on", "0.5", "0.75", { needs: ["GZ-PREM"] }),
  offer("GZ-MAIL", "Bitdefender Security for Email", "0.9", "1.35"),
];

export const TREND_MICRO: readonly FamilyRow[] = [
  offer("WFS", "Trend Micro Worry-Free Services", "2.2", "3.1", { min: "2.0", max: "500.0" }),
  offer("WFS-ADV", "Trend Micro Worry-Free Services Advanced", "3", "4.25", { min: "2.0", max: "500.0" }),
  offer("WFX", "Trend Micro Worry-Free XDR", "4.1", "5.8", { min: "2.0", max: "500.0" }),
  offer("HES", "Trend Micro Hosted Email Security", "1.05", "1.5"),
  offer("CAS", "Trend Micro Cloud App Security", "1.7", "2.4"),
];

export const CISCO: readonly FamilyRow[] = [
  offer("UMB-DNS-E", "Cisco Umbrella DNS Security Essentials", "1.55", "2.2"),
  offer("UMB-DNS-A", "Cisco Umbrella DNS Security Advantage", "2.2", "3.1"),
  offer("UMB-SIG", "Cisco Umbrella SIG Essentials", "4.4", "6.2", { min: "10.0" }),
  offer("UMB-DLP", "Cisco Umbrella multimode DLP add-on", "1.4", "2", { needs: ["UMB-SIG"], min: "10.0" }),
  offer("DUO-ESS", "Cisco Duo Essentials", "2.4", "3"),
  offer("DUO-ADV", "Cisco Duo Advantage", "4.8", "6"),
  offer("WEBEX-MEET", "Webex Meet", "10.9", "14.5"),
  offer("WEBEX-CALL", "Webex Call", "12.8", "17"),
];
