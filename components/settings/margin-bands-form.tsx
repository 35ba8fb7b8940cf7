"use client";

import { useId, useState, type FormEvent } from "react";
import { formRefusal } from "@/components/quotes/form-refusal";
import { ConflictNotice } from "@/components/settings/conflict-notice";
import { MarginBandsPicture } from "@/components/settings/margin-bands-picture";
import { type SettingStart, useSetting } from "@/components/settings/use-setting";
import { Button } from "@/components/ui/button";
import { ErrorSummary, Field, fieldControl, TextInput } from "@/components/ui/field";
import { defaultMarginBands, type MarginBands, marginBandProblems } from "@/lib/domain/pricing/margin-bands";

type MarginBandsFormProps = { start: SettingStart<MarginBands>; mayWrite: boolean };

const fields = [
  { name: "lowBelow", label: "Low below", hint: "Percent of the price; from 0 up to here a margin is low" },
  { name: "highAbove", label: "High above", hint: "Percent of the price; between the two a margin is normal" },
] as const;

export function MarginBandsForm({ start, mayWrite }: MarginBandsFormProps) {
  const id = useId();
  const setting = useSetting("/api/settings/margin-bands", start, "Margin bands saved");
  const [draft, setDraft] = useState(start.value);
  const [asked, setAsked] = useState(false);
  const own = marginBandProblems(draft).map(({ field, message }) => ({ path: field as string, message }));
  const refusal = setting.error ? formRefusal(setting.error, "The bands could not be saved.") : null;
  const problems = own.length > 0 ? own : (refusal?.errors ?? []);
  const shown = asked || refusal ? problems : [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (own.length === 0) setting.save(draft);
  };
  const take = () => {
    if (setting.theirs) setDraft(setting.theirs.value);
    setting.take();
  };
  return (
    <form className="panel grid gap-5 p-4" onSubmit={submit} noValidate>
      {setting.theirs ? (
        <ConflictNotice message={setting.theirs.message} onTake={take} onSaveOver={() => setting.saveOver(draft)} />
      ) : null}
      {shown.length > 0 || refusal ? (
        <ErrorSummary
          id={`${id}-errors`}
          title={refusal && own.length === 0 ? refusal.message : "The bands cannot be saved like this"}
          errors={shown.map(({ path, message }) => ({
            field: `${id}-${path}`,
            message: `${labelOf(path)}: ${message}`,
          }))}
        />
      ) : null}
      <MarginBandsPicture bands={own.length === 0 ? draft : setting.seen} />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        {fields.map(({ name, label, hint }) => {
          const error = shown.find(({ path }) => path === name)?.message;
          return (
            <Field key={name} id={`${id}-${name}`} label={label} hint={hint} error={error}>
              <TextInput
                {...fieldControl(`${id}-${name}`, { hint: true, error })}
                inputMode="decimal"
                autoComplete="off"
                readOnly={!mayWrite}
                value={draft[name]}
                onChange={(event) => setDraft({ ...draft, [name]: event.target.value.trim() })}
              />
            </Field>
          );
        })}
      </div>
      {mayWrite ? (
        <div className="flex flex-wrap justify-end gap-2">
          <Button tone="quiet" onClick={() => setDraft(defaultMarginBands)}>
            Use 5 and 15
          </Button>
          <Button tone="primary" type="submit" busy={setting.busy}>
            Save bands
          </Button>
        </div>
      ) : null}
    </form>
  );
}

function labelOf(path: string): string {
  return fields.find(({ name }) => name === path)?.label ?? path;
}
