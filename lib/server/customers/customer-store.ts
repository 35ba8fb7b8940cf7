import { z } from "zod";
import { type CustomerEntry, CustomerEntrySchema } from "@/lib/contracts/customers";
import { AppError } from "@/lib/server/app-error";
import type { Database } from "@/lib/server/store/database";

export type StoredCustomer = {
  readonly id: string;
  readonly version: number;
  readonly updatedAt: string;
  readonly entry: CustomerEntry;
  readonly deleted: boolean;
};

type Row = { id: string; version: number; name: string; data: string; updated_at: string; deleted_at: string | null };

export async function readCustomers(db: Database, text = ""): Promise<StoredCustomer[]> {
  const rows = await db.selectFrom("customers").selectAll().where("deleted_at", "is", null).orderBy("name").execute();
  const wanted = text.trim().toLowerCase();
  return rows.filter(({ name }) => name.toLowerCase().includes(wanted)).map(fromRow);
}

/** Null where there never was one; one that was put away still answers to carts that hold it. */
export async function findCustomer(db: Database, id: string): Promise<StoredCustomer | null> {
  const row = await db.selectFrom("customers").selectAll().where("id", "=", id).executeTakeFirst();
  return row ? fromRow(row) : null;
}

/** Throws `not-found` where there is none, or it was put away. */
export async function requireCustomer(db: Database, id: string): Promise<StoredCustomer> {
  const customer = await findCustomer(db, id);
  if (!customer || customer.deleted)
    throw new AppError("not-found", "There is no such customer. It may have been removed.");
  return customer;
}

function fromRow({ id, version, data, updated_at: updatedAt, deleted_at: deletedAt }: Row): StoredCustomer {
  const entry = CustomerEntrySchema.parse(z.record(z.string(), z.unknown()).parse(JSON.parse(data)));
  return { id, version, updatedAt, entry, deleted: deletedAt !== null };
}
