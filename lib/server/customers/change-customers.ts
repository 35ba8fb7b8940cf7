import type { CustomerDto, CustomerEntry } from "@/lib/contracts/customers";
import { isCurrencyCode } from "@/lib/domain/money/currency";
import { AppError } from "@/lib/server/app-error";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { type IfMatch, matches } from "@/lib/server/carts/if-match";
import { readCustomer, toCustomerDto } from "@/lib/server/customers/read-customers";
import { requireCustomer, type StoredCustomer } from "@/lib/server/customers/customer-store";
import type { Desk } from "@/lib/server/desk";
import { newId } from "@/lib/server/new-id";
import type { Viewer } from "@/lib/server/viewer";

export async function createCustomer(desk: Desk, viewer: Viewer, entry: CustomerEntry): Promise<CustomerDto> {
  requireSense(desk, entry);
  const [id, now] = [newId(), desk.now().toISOString()];
  const row = { id, version: 1, name: entry.name, data: JSON.stringify(entry) };
  await desk.db.transaction().execute(async (trx) => {
    await trx
      .insertInto("customers")
      .values({ ...row, created_at: now, updated_at: now, deleted_at: null })
      .execute();
    const detail = { version: 1, name: entry.name };
    await recordAudit(trx, { userId: viewer.userId, entity: "customer", entityId: id, action: "created", detail });
  });
  return readCustomer(desk, viewer, id);
}

export async function updateCustomer(
  desk: Desk,
  viewer: Viewer,
  id: string,
  ifMatch: IfMatch,
  entry: CustomerEntry,
): Promise<CustomerDto> {
  requireSense(desk, entry);
  const before = await seenCustomer(desk, id, ifMatch);
  const change = { name: entry.name, data: JSON.stringify(entry) };
  const detail = { old: before.entry, new: entry };
  await replace(desk, viewer, before, { change, action: "changed", detail });
  return readCustomer(desk, viewer, id);
}

/** Carts and quotes that name the customer keep it. */
export async function deleteCustomer(desk: Desk, viewer: Viewer, id: string, ifMatch: IfMatch): Promise<void> {
  const before = await seenCustomer(desk, id, ifMatch);
  const change = { deleted_at: desk.now().toISOString() };
  await replace(desk, viewer, before, { change, action: "deleted", detail: { name: before.entry.name } });
}

type Replacement = {
  readonly change: { readonly name?: string; readonly data?: string; readonly deleted_at?: string };
  readonly action: string;
  readonly detail: Readonly<Record<string, unknown>>;
};

async function replace(desk: Desk, viewer: Viewer, before: StoredCustomer, { change, action, detail }: Replacement) {
  const version = before.version + 1;
  await desk.db.transaction().execute(async (trx) => {
    const result = await trx
      .updateTable("customers")
      .set({ ...change, version, updated_at: desk.now().toISOString() })
      .where("id", "=", before.id)
      .where("version", "=", before.version)
      .executeTakeFirst();
    if (result.numUpdatedRows !== 1n) {
      throw new AppError("conflict", "Somebody changed this customer at the same moment. Look at it and try again.");
    }
    const entity = { entity: "customer", entityId: before.id, action };
    await recordAudit(trx, { userId: viewer.userId, ...entity, detail: { version, ...detail } });
  });
}

async function seenCustomer(desk: Desk, id: string, ifMatch: IfMatch): Promise<StoredCustomer> {
  const customer = await requireCustomer(desk.db, id);
  if (!matches(ifMatch, `${customer.version}`)) {
    throw new AppError("stale", "Somebody changed this customer since you last saw it. Look at it and try again.", {
      extra: { customer: toCustomerDto(desk, customer) },
    });
  }
  return customer;
}

function requireSense(desk: Desk, { currency, owned }: CustomerEntry): void {
  const errors = [
    ...(currency !== null && !isCurrencyCode(currency)
      ? [{ path: "body.currency", message: `There is no currency ${currency}.` }]
      : []),
    ...owned.flatMap((ref, index) =>
      desk.catalog.find(ref) || desk.catalog.asOf[ref.vendor] !== undefined
        ? []
        : [{ path: `body.owned.${index}`, message: `There is no vendor ${ref.vendor}.` }],
    ),
  ];
  if (errors.length > 0) throw new AppError("invalid", errors[0]?.message ?? "", { errors });
}
