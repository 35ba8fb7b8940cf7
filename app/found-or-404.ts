import { notFound } from "next/navigation";
import { AppError } from "@/lib/server/app-error";

/** What the page is about; where there is no such thing for this viewer, the page is a 404. */
export async function foundOr404<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof AppError && error.code === "not-found") notFound();
    throw error;
  }
}
