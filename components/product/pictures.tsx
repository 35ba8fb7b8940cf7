"use client";

import { useState } from "react";

type PicturesProps = {
  /** Addresses of our own; the browser never asks a vendor's host. */
  addresses: readonly string[];
  /** What is shown: the product's name. */
  of: string;
};

/** The vendor's pictures in their order; one that does not come leaves no hole. */
export function Pictures({ addresses, of }: PicturesProps) {
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set());
  const shown = addresses.filter((address) => !missing.has(address));
  if (shown.length === 0) return <p className="text-ink-muted">The vendor’s pictures cannot be shown now.</p>;
  const leaveOut = (address: string) => setMissing((before) => new Set(before).add(address));
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(13rem,1fr))] gap-3">
      {shown.map((address) => (
        <li key={address}>
          <a
            href={address}
            target="_blank"
            rel="noopener"
            className="rounded-control bg-canvas grid h-40 place-items-center overflow-hidden border p-2"
          >
            {/* oxlint-disable-next-line nextjs/no-img-element -- served as it came; there is nothing to optimise */}
            <img
              src={address}
              alt={`${of}, ${addresses.indexOf(address) + 1} of ${addresses.length}`}
              loading="lazy"
              decoding="async"
              className="max-h-36 max-w-full object-contain"
              ref={(image) => {
                // It may have failed before this code ran.
                if (image?.complete && image.naturalWidth === 0 && image.currentSrc !== "") leaveOut(address);
              }}
              onError={() => leaveOut(address)}
            />
            <span className="sr-only">(opens in a new tab)</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
