import { createCustomerRoute, listCustomersRoute } from "@/lib/contracts/customers";
import { entityTag } from "@/lib/server/carts/if-match";
import { createCustomer } from "@/lib/server/customers/change-customers";
import { listCustomers } from "@/lib/server/customers/read-customers";
import { openDesk } from "@/lib/server/open-desk";
import { json, route } from "@/lib/server/route";

export * from "@/lib/server/http/other-methods";

export const GET = route(listCustomersRoute, async ({ viewer, query }) =>
  listCustomers(await openDesk(), viewer, query.q),
);

export const POST = route(createCustomerRoute, async ({ viewer, body }) => {
  const customer = await createCustomer(await openDesk(), viewer, body);
  return json(customer, { status: 201, headers: { etag: entityTag(customer.version) } });
});
