import { ANALYTICS } from "./data/analytics";
import { ASSET_MANAGEMENT, DATA_MANAGEMENT } from "./data/data-management";
import { DOCUMENTED_PRODUCT } from "./data/documented";
import { CLOUD_INFRASTRUCTURE, FILE_TRANSFER, IT_MANAGEMENT, PROCESS_AUTOMATION } from "./data/operations";
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
