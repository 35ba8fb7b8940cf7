import { z } from "zod";

/** Whose way of writing figures and dates a document follows. */
export const LanguageSchema = z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/, "a language such as en or de-DE");
