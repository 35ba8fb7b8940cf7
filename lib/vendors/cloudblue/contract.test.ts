import { createCloudBlueSource } from "@/lib/vendors/cloudblue/source";
import { describeVendorContract } from "@/lib/vendors/contract-suite";

describeVendorContract({
  vendor: "cloudblue",
  listRoute: "products",
  estimateRoute: "estimate",
  createSource: ({ cloudblue }, runtime) => createCloudBlueSource({ ...cloudblue, ...runtime }),
  secrets: ({ cloudblue }) => [cloudblue.username, cloudblue.password, cloudblue.subscriptionKey],
  expectedCount: () => 237,
  triesOn401: 2,
});
