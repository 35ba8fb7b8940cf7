import { z } from "zod";
import { CurrencySchema } from "@/lib/contracts/amount";
import { LanguageSchema } from "@/lib/contracts/language";
import { defineRoute } from "@/lib/contracts/route";

const OwnedSchema = z.strictObject({
  vendor: z.string().min(1).max(40),
  key: z.string().min(1).max(300),
});

const ContactSchema = z.strictObject({
  name: z.string().trim().min(1, "name the contact").max(200),
  role: z.string().trim().max(200).nullable().default(null),
  email: z.email("write a mail address such as name@company.example").max(254).nullable().default(null),
});

/** A buyer as it is kept; what a quote says of its customer is copied from here and stays as it was. */
export const CustomerEntrySchema = z
  .strictObject({
    name: z.string().trim().min(1, "name the customer").max(200),
    contact: z.string().trim().max(200).nullable().default(null),
    email: z.email("write a mail address such as name@company.example").max(254).nullable().default(null),
    /** People besides the one quotes are addressed to. */
    contacts: z.array(ContactSchema).max(20).default([]),
    address: z.array(z.string().trim().max(200)).max(6, "six lines at most").default([]),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, "two letters, such as US")
      .nullable()
      .default(null),
    currency: CurrencySchema.nullable().default(null),
    /** Quotes for the customer write figures and dates as it does. */
    language: LanguageSchema.nullable().default(null),
    /** Products the customer already has; they meet requirements of what is quoted. */
    owned: z.array(OwnedSchema).max(500).default([]),
  })
  .meta({ id: "CustomerEntry" });

export type CustomerEntry = z.output<typeof CustomerEntrySchema>;

export const CustomerSchema = z
  .object({
    id: z.string(),
    version: z.number().int(),
    updatedAt: z.string(),
    ...CustomerEntrySchema.shape,
    owned: z.array(OwnedSchema.extend({ name: z.string(), offered: z.boolean() })),
  })
  .meta({ id: "StoredCustomer" });

export type CustomerDto = z.output<typeof CustomerSchema>;

const IdParamsSchema = z.object({ id: z.string().max(60) });
const ifMatch = [{ name: "If-Match", required: true, description: "The customer's version as an ETag, or *" }] as const;

export const listCustomersRoute = defineRoute({
  method: "GET",
  path: "/api/customers",
  summary: "Customers by name",
  access: "signed-in",
  query: z.object({ q: z.string().max(200).optional() }),
  status: 200,
  response: z.object({ items: z.array(CustomerSchema), total: z.number().int() }),
});
export const createCustomerRoute = defineRoute({
  method: "POST",
  path: "/api/customers",
  summary: "Add a customer",
  access: "signed-in",
  body: CustomerEntrySchema,
  status: 201,
  response: CustomerSchema,
});
export const getCustomerRoute = defineRoute({
  method: "GET",
  path: "/api/customers/{id}",
  summary: "One customer",
  access: "signed-in",
  params: IdParamsSchema,
  status: 200,
  response: CustomerSchema,
});
export const updateCustomerRoute = defineRoute({
  method: "PUT",
  path: "/api/customers/{id}",
  summary: "Replace what is known of a customer; quotes keep what they say",
  access: "signed-in",
  params: IdParamsSchema,
  body: CustomerEntrySchema,
  headers: ifMatch,
  status: 200,
  response: CustomerSchema,
});
export const deleteCustomerRoute = defineRoute({
  method: "DELETE",
  path: "/api/customers/{id}",
  summary: "Put a customer away; carts and quotes keep theirs",
  access: "signed-in",
  params: IdParamsSchema,
  headers: ifMatch,
  status: 204,
});
