import { AppError } from "@/lib/server/app-error";
import { VendorError } from "@/lib/vendors/errors";

/** The answer to a question about one thing; a vendor that does not know the thing makes it `not-found`. */
export async function unknownAt<T>(answer: Promise<T>, label: string, id: string): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof VendorError) || error.facts.kind !== "notFound") throw error;
    const { correlationId } = error.facts;
    const extra = correlationId === null ? {} : { correlationId };
    throw new AppError("not-found", `${label} has no product ${id}.`, { cause: error, extra });
  }
}
