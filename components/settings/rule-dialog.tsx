"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { History } from "lucide-react";
import { useId, useState, type FormEvent } from "react";
import { formRefusal } from "@/components/quotes/form-refusal";
import type { RuleChoices } from "@/components/settings/rule-choices";
import { draftOf, entryOf, newDraft, type RuleDraft } from "@/components/settings/rule-draft";
import { RuleEffectFields, RuleScopeFields } from "@/components/settings/rule-fields";
import { RulePreview } from "@/components/settings/rule-preview";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, fieldControl, TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import { removePriceRule, ruleWasChanged, savePriceRule } from "@/lib/client/price-rule-queries";
import type { PriceEntry, PriceRuleDto } from "@/lib/contracts/price-rules";

type RuleDialogProps = {
  rule: PriceRuleDto | null;
  sets: PriceEntry["sets"];
  choices: RuleChoices;
  onHistory: (rule: PriceRuleDto) => void;
  onClose: () => void;
};

const titles = { price: "price rule", cost: "cost rule", limit: "floor or ceiling" } as const;

/** One rule, and beside it what it would do to real products. */
export function RuleDialog({ rule, sets, choices, onHistory, onClose }: RuleDialogProps) {
  const id = useId();
  const client = useQueryClient();
  const [draft, setDraft] = useState<RuleDraft>(() => (rule ? draftOf(rule) : newDraft(sets)));
  const done = async (text: string) => {
    await ruleWasChanged(client);
    toast(text);
    onClose();
  };
  const save = useMutation({
    mutationFn: () => savePriceRule(entryOf(draft), rule),
    onSuccess: () => done("Rule saved"),
  });
  const remove = useMutation({
    mutationFn: async () => (rule ? removePriceRule(rule) : undefined),
    onSuccess: () => done("Rule removed; its versions are kept"),
  });
  const failed = save.error ?? remove.error;
  const refusal = failed ? formRefusal(failed, "The rule could not be saved.") : null;
  const change = (part: Partial<RuleDraft>) => setDraft((before) => ({ ...before, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!save.isPending) save.mutate();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={rule ? `Change ${titles[sets]}` : `New ${titles[sets]}`}
      wide
      actions={
        <>
          {rule ? (
            <>
              <Button tone="danger" busy={remove.isPending} onClick={() => remove.mutate()}>
                Remove rule
              </Button>
              <Button tone="quiet" className="mr-auto" onClick={() => onHistory(rule)}>
                <History aria-hidden="true" />
                History
              </Button>
            </>
          ) : null}
          <Button tone="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button tone="primary" type="submit" form={id} busy={save.isPending}>
            Save rule
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={submit} className="grid gap-4">
        {refusal ? (
          <Notice tone="loss" role="alert" title={refusal.message}>
            {refusal.errors.map(({ path, message }) => (
              <p key={`${path} ${message}`}>{message}</p>
            ))}
          </Notice>
        ) : null}
        <Field id={`${id}-name`} label="Name">
          <TextInput
            {...fieldControl(`${id}-name`)}
            required
            maxLength={120}
            autoComplete="off"
            value={draft.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        </Field>
        <RuleEffectFields id={id} draft={draft} onChange={change} />
        <RuleScopeFields id={id} draft={draft} choices={choices} onChange={change} />
      </form>
      <RulePreview draft={draft} id={rule?.id} />
    </Dialog>
  );
}
