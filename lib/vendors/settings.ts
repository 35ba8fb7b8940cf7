import { z } from "zod";
import { baseUrlComplaint } from "@/lib/vendors/transport/address";

/** One setting of a vendor: the variable it stands in and how its value must look. */
export type SettingField = {
  readonly variable: string;
  /** Any text unless said. */
  readonly schema?: z.ZodType<string>;
  /** Never to be shown or logged. */
  readonly secret?: true;
  /** Stands in where the variable is not set. */
  readonly fallback?: string;
};

export type SettingFields = Readonly<Record<string, SettingField>>;

export type SettingsIn<Fields extends SettingFields> = { readonly [Name in keyof Fields]: string };

export type Variables = Readonly<Record<string, string | undefined>>;

/** `complaints` name variables, never values; with any of them `settings` means nothing. */
export type ReadSettings<Settings> = { readonly settings: Settings; readonly complaints: readonly string[] };

/** What the vendor's client will take: what it would refuse must stop the start, not every page after it. */
export const baseAddress = z.string().superRefine((value, context) => {
  const message = baseUrlComplaint(value);
  if (message !== null) context.addIssue({ code: "custom", message });
});

/** A vendor none of whose variables is set is off: null. */
export function readFields<Fields extends SettingFields>(
  label: string,
  fields: Fields,
  variables: Variables,
): ReadSettings<SettingsIn<Fields> | null> {
  const given = Object.entries(fields).map(([name, field]) => {
    const own = variables[field.variable]?.trim() || undefined;
    return { name, field, own, value: own ?? field.fallback };
  });
  if (given.every(({ own }) => own === undefined)) return { settings: null, complaints: [] };
  const missing = given.flatMap(({ field, value }) => (value === undefined ? [field.variable] : []));
  const wrong = given.flatMap(({ field, own }) => (own === undefined ? [] : complaintsOf(field, own)));
  const halfSet = `${label} is half set: ${missing.join(", ")} missing. Set all of it or none.`;
  const settings = Object.fromEntries(given.map(({ name, value }) => [name, value]));
  return {
    // Every field has its text, or there is a complaint.
    settings: settings as SettingsIn<Fields>,
    complaints: missing.length > 0 ? [...wrong, halfSet] : wrong,
  };
}

function complaintsOf({ variable, schema }: SettingField, value: string): string[] {
  const parsed = schema?.safeParse(value);
  return parsed?.error ? parsed.error.issues.map(({ message }) => `${variable} ${message}`) : [];
}

export function secretsIn<Fields extends SettingFields>(fields: Fields, settings: SettingsIn<Fields>): string[] {
  return Object.entries(fields).flatMap(([name, { secret }]) => (secret ? [settings[name] ?? ""] : []));
}
