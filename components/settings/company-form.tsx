"use client";

import { useId, useState, type FormEvent } from "react";
import { formRefusal, textOf } from "@/components/quotes/form-refusal";
import { ConflictNotice } from "@/components/settings/conflict-notice";
import { type SettingStart, useSetting } from "@/components/settings/use-setting";
import { Button } from "@/components/ui/button";
import { ErrorSummary, Field, fieldControl, TextArea, TextInput } from "@/components/ui/field";
import type { SellerSettings } from "@/lib/contracts/settings";

/** Who sells, and what a new quote begins with. */
export function CompanyForm({ start }: { start: SettingStart<SellerSettings> }) {
  const id = useId();
  const setting = useSetting("/api/settings", start);
  const [mine, setMine] = useState(start.value);
  const refusal = setting.error ? formRefusal(setting.error, "The settings could not be saved.") : null;
  const field = (name: keyof SellerSettings, hint = false) => {
    const error = refusal?.errors.find(({ path }) => path.split(".")[0] === name)?.message;
    return { id: `${id}-${name}`, error, control: { ...fieldControl(`${id}-${name}`, { hint, error }), name } };
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const settings = settingsOf(new FormData(event.currentTarget));
    setMine(settings);
    setting.save(settings);
  };
  const entry = (
    name: keyof SellerSettings,
    label: string,
    value: string,
    more: { hint?: string; className?: string } = {},
  ) => {
    const { control, error, id: controlId } = field(name, more.hint !== undefined);
    return (
      <Field id={controlId} label={label} hint={more.hint} error={error} className={more.className ?? ""}>
        <TextInput {...control} defaultValue={value} autoComplete="off" />
      </Field>
    );
  };
  const initial = setting.seen;
  const [address, terms] = [field("address", true), field("terms", true)];
  return (
    // Keyed by what was seen last, so that the fields show what somebody else saved once it is taken over.
    <form key={setting.taken} className="panel grid gap-4 p-4" onSubmit={submit}>
      {setting.theirs ? (
        <ConflictNotice
          message={setting.theirs.message}
          onTake={setting.take}
          onSaveOver={() => setting.saveOver(mine)}
        />
      ) : null}
      {refusal ? (
        <ErrorSummary
          id={`${id}-errors`}
          title={refusal.message}
          errors={refusal.errors.map(({ path, message }) => ({ field: `${id}-${path.split(".")[0]}`, message }))}
        />
      ) : null}
      <div className="grid items-start gap-4 sm:grid-cols-2">
        {entry("company", "Company", initial.company)}
        {entry("email", "Mail", initial.email ?? "")}
        <Field id={address.id} label="Address" hint="Up to six lines" error={address.error} className="sm:col-span-2">
          <TextArea {...address.control} rows={3} defaultValue={initial.address.join("\n")} />
        </Field>
        {entry("quoteValidityDays", "Quotes are valid for", String(initial.quoteValidityDays), { hint: "Days" })}
        {entry("timeZone", "Time zone", initial.timeZone, { hint: "Such as Europe/Berlin; the last day ends there" })}
        {entry("numberPrefix", "Quote numbers begin with", initial.numberPrefix, {
          hint: "Capital letters and digits",
        })}
        {entry("taxNote", "Tax note", initial.taxNote)}
        <Field
          id={terms.id}
          label="Terms"
          hint="They begin a new page of the quote"
          error={terms.error}
          className="sm:col-span-2"
        >
          <TextArea {...terms.control} rows={6} defaultValue={initial.terms ?? ""} />
        </Field>
      </div>
      <div className="flex justify-end">
        <Button tone="primary" type="submit" busy={setting.busy}>
          Save settings
        </Button>
      </div>
    </form>
  );
}

function settingsOf(form: FormData): SellerSettings {
  const address = textOf(form, "address").split("\n");
  return {
    company: textOf(form, "company"),
    address: address.map((row) => row.trim()).filter(Boolean),
    email: textOf(form, "email") || null,
    terms: textOf(form, "terms") || null,
    taxNote: textOf(form, "taxNote"),
    quoteValidityDays: Number.parseInt(textOf(form, "quoteValidityDays"), 10) || 0,
    timeZone: textOf(form, "timeZone"),
    numberPrefix: textOf(form, "numberPrefix"),
  };
}
