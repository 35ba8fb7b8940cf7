import { createIbmSource } from "@/lib/vendors/ibm/source";
import { describeVendorContract } from "@/lib/vendors/contract-suite";

describeVendorContract({
  vendor: "ibm",
  listRoute: "reseller-products",
  estimateRoute: null,
  createSource: ({ ibm }, runtime) => createIbmSource({ ...ibm, ...runtime }),
  secrets: ({ ibm }) => [ibm.clientId, ibm.clientSecret],
  expectedCount: ({ catalog }) => catalog.ibm.matching({ audience: "reseller", locale: "en-us" }).length,
  triesOn401: 1,
});
