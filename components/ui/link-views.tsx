import { formatCount } from "@/components/ui/format";
import { LocalTime } from "@/components/ui/local-time";

type LinkViewsProps = { views: number; lastViewedAt: string | null };

/** How often a share link was opened, and when last. */
export function LinkViews({ views, lastViewedAt }: LinkViewsProps) {
  return (
    <>
      {views === 0 ? "not seen yet" : formatCount(views, "view")}
      {lastViewedAt ? (
        <>
          , last <LocalTime iso={lastViewedAt} />
        </>
      ) : null}
    </>
  );
}
