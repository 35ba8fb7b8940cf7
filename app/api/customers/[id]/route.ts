import { deleteCustomerRoute, getCustomerRoute, updateCustomerRoute } from "@/lib/contracts/customers";
import { entityTag, requireIfMatch } from "@/lib/server/carts/if-match";
import { deleteCustomer, updateCustomer } from "@/lib/server/customers/change-customers";
import { readCustomer } from "@/lib/server/customers/read-customers";
import { openDesk } from "@/lib/server/open-desk";
import { json, route } from "@/lib/server/route";

export * from "@/lib/server/http/other-methods";

export const GET = route(getCustomerRoute, async ({ viewer, params }) => {
  const customer = await readCustomer(await openDesk(), viewer, params.id);
  return json(customer, { headers: { etag: entityTag(customer.version) } });
});

export const PUT = route(updateCustomerRoute, async ({ viewer, params, body, request }) => {
  const customer = await updateCustomer(await openDesk(), viewer, params.id, requireIfMatch(request), body);
  return json(customer, { headers: { etag: entityTag(customer.version) } });
});

export const DELETE = route(deleteCustomerRoute, async ({ viewer, params, request }) =>
  deleteCustomer(await openDesk(), viewer, params.id, requireIfMatch(request)),
);
