import { ApiError } from "@/lib/client/api";

export type FormRefusal = { message: string; errors: readonly { path: string; message: string }[] };

/** Why a form was not taken, each message with the path of its value inside the body: "customer.email". */
export function formRefusal(error: unknown, otherwise: string): FormRefusal {
  if (!(error instanceof ApiError)) return { message: otherwise, errors: [] };
  const errors = error.errors.map(({ path, message }) => ({ path: path.replace(/^body\./, ""), message }));
  return { message: errors.length > 0 ? "Some entries need another look" : error.message, errors };
}

/** A text field without the space around it; empty where there is none. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
}
