"use client";

/** Opens the browser's print dialog, which also saves as PDF. */
export function PrintButton() {
  return (
    <button type="button" className="btn" data-tone="primary" onClick={() => globalThis.print()}>
      Print or save as PDF
    </button>
  );
}
