import { Skeleton } from "@/components/ui/skeleton";

const rows = Array.from({ length: 14 }, (_, index) => index);

/** The size of the first rows of the table, so that nothing moves when they come. */
export function TableSkeleton() {
  return (
    <div aria-hidden="true" className="border-t">
      {rows.map((row) => (
        <div key={row} className="flex h-[2.625rem] items-center gap-6 border-b px-4">
          <div className="grid flex-1 gap-1.5">
            <Skeleton className={row % 3 === 0 ? "h-3 w-64" : row % 3 === 1 ? "h-3 w-48" : "h-3 w-56"} />
            <Skeleton className="h-2.5 w-32" />
          </div>
          <Skeleton className="h-3 w-20 max-md:hidden" />
          <Skeleton className="h-3 w-16 max-md:hidden" />
          <Skeleton className="h-3 w-16" />
          <Skeleton className="h-3 w-24" />
          <Skeleton className="h-6 w-14" />
        </div>
      ))}
    </div>
  );
}
