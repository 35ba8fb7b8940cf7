"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, fieldControl } from "@/components/ui/field";
import { formatCount } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import { importPriceRules, priceRulesQuery } from "@/lib/client/price-rule-queries";

const tones = { new: "good", changed: "info", same: "neutral", unreadable: "loss" } as const;

/** Every row is shown with what it means before anything is taken over. */
export function ImportRulesDialog({ onClose }: { onClose: () => void }) {
  const id = useId();
  const client = useQueryClient();
  const [csv, setCsv] = useState("");
  const look = useMutation({ mutationFn: (text: string) => importPriceRules(text, true) });
  const take = useMutation({
    mutationFn: () => importPriceRules(csv, false),
    onSuccess: async ({ applied }) => {
      await client.invalidateQueries({ queryKey: priceRulesQuery.queryKey });
      toast(`${formatCount(applied, "rule")} imported`);
      onClose();
    },
  });
  const rows = look.data?.rows ?? [];
  const effective = rows.filter(({ outcome }) => outcome === "new" || outcome === "changed").length;
  const bad = rows.filter(({ outcome }) => outcome === "unreadable").length;
  const choose = async (file: File | undefined) => {
    if (!file) return;
    const text = await file.text();
    setCsv(text);
    look.mutate(text);
  };
  const refusal = take.error ?? look.error;
  return (
    <Dialog
      open
      onClose={onClose}
      title="Import price rules"
      wide
      actions={
        <>
          <Button tone="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button
            tone="primary"
            busy={take.isPending}
            disabled={effective === 0 || bad > 0}
            onClick={() => take.mutate()}
          >
            {effective > 0 ? `Import ${formatCount(effective, "rule")}` : "Import"}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <Field id={`${id}-file`} label="CSV file" hint="As it was exported here; rows are matched by id, else by name.">
          <input
            {...fieldControl(`${id}-file`, { hint: true })}
            type="file"
            accept=".csv,text/csv"
            className="control h-auto! py-1.5"
            onChange={(event) => void choose(event.target.files?.[0])}
          />
        </Field>
        {refusal ? (
          <Notice tone="loss" role="alert">
            {refusal.message}
          </Notice>
        ) : null}
        {bad > 0 ? (
          <Notice tone="low">
            {formatCount(bad, "row")} cannot be read. Mend the file: all rows are imported together or none.
          </Notice>
        ) : null}
        {rows.length > 0 ? (
          <table className="ledger">
            <caption className="sr-only">What each row means; nothing is saved yet</caption>
            <thead>
              <tr>
                <th scope="col">Row</th>
                <th scope="col">Name</th>
                <th scope="col">Means</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ row, name, outcome, message }) => (
                <tr key={row}>
                  <td className="figures">{row}</td>
                  <th scope="row" className="w-full text-start">
                    {name || "—"}
                    {message ? <span className="text-ink-muted block">{message}</span> : null}
                  </th>
                  <td>
                    <Badge tone={tones[outcome]}>{outcome}</Badge>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : null}
      </div>
    </Dialog>
  );
}
