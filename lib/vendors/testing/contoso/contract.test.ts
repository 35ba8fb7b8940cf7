import { describeContract } from "@/lib/vendors/contract-suite";
import { startContosoSandbox } from "@/lib/vendors/testing/contoso/sandbox";
import { createContosoSource } from "@/lib/vendors/testing/contoso/source";

describeContract(
  {
    vendor: "contoso",
    listRoute: "items",
    estimateRoute: "basket-price",
    createSource: ({ contoso }, runtime) => createContosoSource({ ...contoso, ...runtime }),
    secrets: ({ contoso }) => [contoso.apiKey],
    expectedCount: () => 237,
    triesOn401: 1,
  },
  { start: () => startContosoSandbox({ products: 237 }) },
);
