import { changesHref, type ChangesSearch } from "@/components/changes/changes-search";
import { ButtonLink } from "@/components/ui/button-link";
import { formatNumber } from "@/components/ui/format";

type ChangesPagesProps = { search: ChangesSearch; total: number; pageSize: number };

export function ChangesPages({ search, total, pageSize }: ChangesPagesProps) {
  const last = Math.max(1, Math.ceil(total / pageSize));
  const first = (search.page - 1) * pageSize + 1;
  const shown = `${formatNumber(String(first))}–${formatNumber(String(Math.min(total, search.page * pageSize)))}`;
  return (
    <nav aria-label="Pages" className="mt-3 flex flex-wrap items-center justify-between gap-3">
      <p className="text-table text-ink-muted figures">
        {shown} of {formatNumber(String(total))}
      </p>
      <div className="flex gap-2">
        {search.page > 1 ? (
          <ButtonLink href={changesHref(search, { page: search.page - 1 })} rel="prev">
            Newer
          </ButtonLink>
        ) : null}
        {search.page < last ? (
          <ButtonLink href={changesHref(search, { page: search.page + 1 })} rel="next">
            Older
          </ButtonLink>
        ) : null}
      </div>
    </nav>
  );
}
