/** A desk seen from above: a ledger's lines with one in the accent. */
export function LogoMark({ className = "size-6" }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={className}>
      <rect width="24" height="24" rx="6" className="fill-accent" />
      <path d="M6 8h12M6 12h5M6 16h5" className="stroke-accent-ink" strokeWidth="2" strokeLinecap="round" />
      <path
        d="M14.5 14.2l1.7 1.8 3-3.8"
        className="stroke-accent-ink"
        strokeWidth="2"
        fill="none"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

export function Wordmark() {
  return <span className="text-reading font-strong tracking-tight whitespace-nowrap">Reseller Desk</span>;
}
