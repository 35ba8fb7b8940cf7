"use client";

import { Download, Plus, Upload } from "lucide-react";
import { useState } from "react";
import { formRefusal } from "@/components/quotes/form-refusal";
import { ConflictNotice } from "@/components/settings/conflict-notice";
import { ImportSynonymsDialog } from "@/components/settings/import-synonyms-dialog";
import { SaveBar } from "@/components/settings/save-bar";
import { SettingProblems } from "@/components/settings/setting-problems";
import {
  draftOfGroups,
  draftProblems,
  groupAtPath,
  type GroupDraft,
  groupsOf,
  newGroup,
} from "@/components/settings/synonym-draft";
import { SynonymGroups } from "@/components/settings/synonym-groups";
import { TrySearch } from "@/components/settings/try-search";
import { type SettingStart, useSetting } from "@/components/settings/use-setting";
import { Button } from "@/components/ui/button";
import { formatCount } from "@/components/ui/format";
import { Panel, PanelHeading } from "@/components/ui/panel";
import type { SynonymsDto } from "@/lib/contracts/catalog-settings";

type SynonymsScreenProps = { start: SettingStart<SynonymsDto>; mayWrite: boolean };

export function SynonymsScreen({ start, mayWrite }: SynonymsScreenProps) {
  const setting = useSetting("/api/settings/synonyms", start, "Synonyms saved; searches follow at once");
  const [drafts, setDrafts] = useState<readonly GroupDraft[]>(() => draftOfGroups(start.value.groups));
  const [judged, setJudged] = useState(false);
  const [importing, setImporting] = useState(false);
  const groups = groupsOf(drafts);
  const changed = JSON.stringify(groups) !== JSON.stringify(setting.seen.groups);
  const own = draftProblems(drafts);
  const refused = setting.error ? formRefusal(setting.error, "").errors : [];
  const problems = new Map(own);
  for (const { path, message } of refused) {
    const id = groupAtPath(drafts, path);
    if (id !== null && !problems.has(id)) problems.set(id, message);
  }
  const save = () => {
    setJudged(true);
    const [first] = own.keys();
    if (first === undefined) setting.save({ groups });
    else document.getElementById(first)?.focus();
  };
  const show = (value: SynonymsDto) => setDrafts(draftOfGroups(value.groups));
  const take = () => {
    if (setting.theirs) show(setting.theirs.value);
    setting.take();
  };
  return (
    <>
      {setting.theirs ? (
        <ConflictNotice
          message={setting.theirs.message}
          onTake={take}
          onSaveOver={() => setting.saveOver({ groups })}
        />
      ) : null}
      <SettingProblems error={setting.error} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <Panel aria-labelledby="synonym-groups">
          <PanelHeading
            id="synonym-groups"
            aside={
              <>
                {mayWrite ? (
                  <Button size="small" onClick={() => setImporting(true)}>
                    <Upload aria-hidden="true" />
                    Import
                  </Button>
                ) : null}
                <a
                  href="/api/settings/synonyms?format=csv"
                  download
                  className="btn"
                  data-tone="plain"
                  data-size="small"
                >
                  <Download aria-hidden="true" />
                  Export as CSV
                </a>
              </>
            }
          >
            {formatCount(drafts.length, "group")}
          </PanelHeading>
          <SynonymGroups
            drafts={drafts}
            problems={judged || refused.length > 0 ? problems : new Map()}
            mayWrite={mayWrite}
            onChange={(id, text) => setDrafts(drafts.map((draft) => (draft.id === id ? { id, text } : draft)))}
            onRemove={(id) => setDrafts(drafts.filter((draft) => draft.id !== id))}
          />
          {mayWrite ? (
            <div className="border-t px-4 py-3">
              <Button onClick={() => setDrafts([...drafts, newGroup()])}>
                <Plus aria-hidden="true" />
                Add group
              </Button>
            </div>
          ) : null}
        </Panel>
        <TrySearch groups={groups.filter((group) => group.length > 1)} changed={changed} />
      </div>
      {mayWrite ? (
        <SaveBar
          pending={changed ? pendingWords(judged ? own.size : 0) : null}
          label="Save synonyms"
          busy={setting.busy}
          onSave={save}
          onDiscard={() => {
            show(setting.seen);
            setJudged(false);
          }}
        />
      ) : null}
      {importing ? (
        <ImportSynonymsDialog
          onClose={() => setImporting(false)}
          onRead={(read, how) => {
            const added = read.map((group) => newGroup(group.join(", ")));
            setDrafts(how === "add" ? [...drafts, ...added] : added);
          }}
        />
      ) : null}
    </>
  );
}

function pendingWords(problems: number): string {
  if (problems === 0) return "Changes are not saved; searches still use the saved groups.";
  return `${formatCount(problems, "group")} cannot be saved like this.`;
}
