"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useState, type FormEvent } from "react";
import { GoalPreview } from "@/components/pricing/goal-preview";
import { announce } from "@/components/ui/announce";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Checkbox, Field, fieldControl, Select, TextInput } from "@/components/ui/field";
import { formatBilling, formatQuantity } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import { keepCart } from "@/lib/client/active-cart-queries";
import type { CartDto } from "@/lib/client/cart-shapes";
import { type GoalWish, seekGoal } from "@/lib/client/pricing-queries";

type GoalDialogProps = { cart: CartDto; showsCost: boolean; onClose: () => void };

/** A margin or a total for chosen lines, spread over them within floors; seen before it is done. */
export function GoalDialog({ cart, showsCost, onClose }: GoalDialogProps) {
  const id = useId();
  const client = useQueryClient();
  const priced = cart.lines.filter((line) => line.price?.currency === cart.currency);
  const periods = [...new Set(priced.map((line) => line.billingPeriod))];
  const [period, setPeriod] = useState(periods[0] ?? null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [kind, setKind] = useState<"margin" | "total">(showsCost ? "margin" : "total");
  const [value, setValue] = useState("");
  const lines = priced.filter((line) => line.billingPeriod === period);
  const wish = (dryRun: boolean): GoalWish => ({
    lineIds: lines.filter((line) => !left.has(line.id)).map((line) => line.id),
    target: kind === "margin" ? { kind, percent: value.trim() } : { kind, amount: value.trim() },
    dryRun,
  });
  const look = useMutation({ mutationFn: () => seekGoal(cart, wish(true)) });
  const take = useMutation({
    mutationFn: () => seekGoal(cart, wish(false)),
    onSuccess: ({ cart: changed }) => {
      if (changed) keepCart(client, changed);
      announce("Prices set; one undo takes them back");
      onClose();
    },
  });
  const anew = () => look.reset();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (value.trim() !== "" && !look.isPending) look.mutate();
  };
  const error = take.error ?? look.error;
  return (
    <Dialog
      open
      onClose={onClose}
      title="Aim at a margin or a total"
      wide
      actions={
        <>
          <Button tone="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" form={id} busy={look.isPending}>
            Preview
          </Button>
          <Button tone="primary" busy={take.isPending} disabled={!look.data} onClick={() => take.mutate()}>
            Set these prices
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={submit} onInput={anew} className="grid gap-4">
        <div className="grid items-start gap-4 sm:grid-cols-3">
          <Field id={`${id}-kind`} label="Aim at">
            <Select
              {...fieldControl(`${id}-kind`)}
              value={kind}
              onChange={(event) => setKind(event.target.value === "margin" ? "margin" : "total")}
            >
              {showsCost ? <option value="margin">A margin</option> : null}
              <option value="total">A total</option>
            </Select>
          </Field>
          <Field
            id={`${id}-value`}
            label={kind === "margin" ? "Margin (of price)" : "Total"}
            hint={kind === "margin" ? "Percent" : `${cart.currency}, each billing period`}
          >
            <TextInput
              {...fieldControl(`${id}-value`, { hint: true })}
              className="figures text-end"
              inputMode="decimal"
              autoComplete="off"
              value={value}
              onChange={(event) => setValue(event.target.value)}
            />
          </Field>
          {periods.length > 1 ? (
            <Field id={`${id}-period`} label="Lines billed">
              <Select
                {...fieldControl(`${id}-period`)}
                value={period ?? ""}
                onChange={(event) => setPeriod(event.target.value || null)}
              >
                {periods.map((one) => (
                  <option key={one ?? "once"} value={one ?? ""}>
                    {formatBilling(one)}
                  </option>
                ))}
              </Select>
            </Field>
          ) : null}
        </div>
        <fieldset className="grid gap-1.5">
          <legend className="text-table pb-1 font-medium">Lines that take part</legend>
          {lines.map((line) => (
            <label key={line.id} className="flex items-center gap-2">
              <Checkbox
                checked={!left.has(line.id)}
                onChange={(event) => {
                  const next = new Set(left);
                  if (event.target.checked) next.delete(line.id);
                  else next.add(line.id);
                  setLeft(next);
                }}
              />
              {formatQuantity(line.quantity)} × {line.name}
            </label>
          ))}
        </fieldset>
        {error ? (
          <Notice tone="loss" role="alert">
            {error.message}
          </Notice>
        ) : null}
      </form>
      {look.data ? <GoalPreview result={look.data} /> : null}
    </Dialog>
  );
}
