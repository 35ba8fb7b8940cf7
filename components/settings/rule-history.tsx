"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { RuleChoices } from "@/components/settings/rule-choices";
import { versionWords } from "@/components/settings/version-words";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { formatCount } from "@/components/ui/format";
import { LocalTime } from "@/components/ui/local-time";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { restorePriceRule, ruleHistoryQuery, ruleWasChanged } from "@/lib/client/price-rule-queries";
import type { RuleVersionDto } from "@/lib/contracts/price-rules";

type RuleHistoryProps = {
  /** One rule's versions; without it those of all. */
  id?: string;
  choices: RuleChoices;
  mayWrite: boolean;
  onClose: () => void;
};

/** Who changed which rule when, from what to what; any version can be brought back. */
export function RuleHistory({ id, choices, mayWrite, onClose }: RuleHistoryProps) {
  const client = useQueryClient();
  const { data, error } = useQuery(ruleHistoryQuery(id));
  const restore = useMutation({
    mutationFn: restorePriceRule,
    onSuccess: async ({ entry }) => {
      await ruleWasChanged(client);
      toast(`“${entry.name}” is as it was then`);
    },
  });
  const failed = restore.error ?? error;
  const title = id === undefined ? "History of all rules" : "History of this rule";
  return (
    <Dialog open onClose={onClose} title={title} wide actions={<Button onClick={onClose}>Close</Button>}>
      {failed ? (
        <Notice tone="loss" role="alert" className="mb-3">
          {failed.message}
        </Notice>
      ) : null}
      {!data && !error ? <Skeleton className="h-52 w-full" /> : null}
      {data?.items.length === 0 ? <EmptyState heading="h3" title="No rule was ever made" /> : null}
      <ol className="grid">
        {data?.items.map((version) => (
          <VersionRow
            key={`${version.id} ${version.version}`}
            version={version}
            choices={choices}
            busy={restore.isPending}
            onRestore={mayWrite && !version.inForce && version.what !== "removed" ? restore.mutate : null}
          />
        ))}
      </ol>
      {data && data.total > data.items.length ? (
        <p className="text-caption text-ink-muted mt-2">
          The newest {data.items.length} of {formatCount(data.total, "change")}.
        </p>
      ) : null}
    </Dialog>
  );
}

type VersionRowProps = {
  version: RuleVersionDto;
  choices: RuleChoices;
  busy: boolean;
  onRestore: ((version: RuleVersionDto) => void) | null;
};

function VersionRow({ version, choices, busy, onRestore }: VersionRowProps) {
  const { who, at, entry, inForce } = version;
  const { act, changes } = versionWords(version, choices);
  return (
    <li className="flex items-start justify-between gap-4 py-2.5 not-last:border-b">
      <div className="min-w-0">
        <p>
          <span className="font-medium">{who}</span> {act} <span className="font-medium">{entry.name}</span>
          {inForce ? (
            <Badge tone="good" className="ml-2">
              as it is now
            </Badge>
          ) : null}
        </p>
        <ul className="text-table text-ink-muted">
          {changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
        <p className="text-caption text-ink-muted">
          Version {version.version}, <LocalTime iso={at} />
        </p>
      </div>
      {onRestore ? (
        <Button
          size="small"
          className="shrink-0"
          busy={busy}
          aria-label={`Bring back version ${version.version} of ${entry.name}`}
          onClick={() => onRestore(version)}
        >
          Bring back
        </Button>
      ) : null}
    </li>
  );
}
