type SkeletonProps = { className: string };

/** Stands where something comes; give it the final size. */
export function Skeleton({ className }: SkeletonProps) {
  return <span aria-hidden="true" className={`skeleton block ${className}`} />;
}
