import { ANALYTICS } from "./data/analytics";
import { ASSET_MANAGEMENT } from "./data/asset-management";
import { DATA_MANAGEMENT } from "./data/data-management";
import { DOCUMENTED_PRODUCT } from "./data/documented";
import { CLOUD_INFRASTRUCTURE, FILE_TRANSFER } from "./data/infrastructure";
import { IT_MANAGEMENT } from "./data/it-management";
import { PROCESS_AUTOMATION } from "./data/process-automation";
import { SECURITY } from "./data/security";
import type { IbmProduct } from "./records";
import { shapeProduct } from "./shape";

/** The vendor's documented product first. */
export function handShapedIbmProducts(): IbmProduct[] {
  const rows = [
    ...ANALYTICS,
    ...SECURITY,
    ...DATA_MANAGEMENT,
    ...ASSET_MANAGEMENT,
    ...PROCESS_AUTOMATION,
    ...FILE_TRANSFER,
    ...CLOUD_INFRASTRUCTURE,
    ...IT_MANAGEMENT,
  ];
  return [DOCUMENTED_PRODUCT, ...rows.map(shapeProduct)];
}
