"use client";

import { useMutation } from "@tanstack/react-query";
import { useId, type FormEvent } from "react";
import { formRefusal, textOf } from "@/components/quotes/form-refusal";
import { Button } from "@/components/ui/button";
import { ErrorSummary, Field, fieldControl, TextArea, TextInput } from "@/components/ui/field";
import { toast } from "@/components/ui/toast";
import { callApi } from "@/lib/client/api";
import type { SellerSettings } from "@/lib/contracts/settings";

/** Who sells, and what a new quote begins with. */
export function CompanyForm({ initial }: { initial: SellerSettings }) {
  const id = useId();
  const save = useMutation({
    mutationFn: async (settings: SellerSettings) =>
      (await callApi<SellerSettings>("PUT", "/api/settings", { body: settings })).body,
    onSuccess: () => toast("Settings saved"),
  });
  const refusal = save.error ? formRefusal(save.error, "The settings could not be saved.") : null;
  const field = (name: keyof SellerSettings, hint = false) => {
    const error = refusal?.errors.find(({ path }) => path.split(".")[0] === name)?.message;
    return { id: `${id}-${name}`, error, control: { ...fieldControl(`${id}-${name}`, { hint, error }), name } };
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!save.isPending) save.mutate(settingsOf(new FormData(event.currentTarget)));
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
  const [address, terms] = [field("address", true), field("terms", true)];
  return (
    <form className="panel grid gap-4 p-4" onSubmit={submit}>
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
        <Button tone="primary" type="submit" busy={save.isPending}>
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
