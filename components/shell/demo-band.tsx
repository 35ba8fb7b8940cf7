/** Says on every page that nothing here is real. */
export function DemoBand() {
  return (
    <aside
      aria-label="Demo"
      className="bg-info-wash text-info text-caption px-4 py-1 text-center font-medium print:hidden"
    >
      Demo data
      <span className="max-sm:hidden">: products, prices and accounts are made up by the built-in sandbox vendors</span>
    </aside>
  );
}
