/** The value below which the given share of the samples lies; samples in any order. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

export const median = (samples: readonly number[]): number => quantile(samples, 0.5);

export const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;

export const seconds = (value: number): string => `${(value / 1000).toFixed(1)} s`;

export type Load = { readonly perSecond: number; readonly p95: number; readonly failures: number };

/** Sends the given requests over kept-alive connections for the time given; requests are taken in turn. */
export async function load(
  next: () => { readonly url: string; readonly headers?: Record<string, string> },
  { connections = 16, forMs = 4_000 }: { readonly connections?: number; readonly forMs?: number } = {},
): Promise<Load> {
  const samples: number[] = [];
  let failures = 0;
  const start = performance.now();
  const end = start + forMs;
  const connection = async () => {
    while (performance.now() < end) {
      const { url, headers } = next();
      const began = performance.now();
      const answer = await fetch(url, headers ? { headers } : {});
      await answer.arrayBuffer();
      if (!answer.ok) failures += 1;
      samples.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: connections }, connection));
  return { perSecond: samples.length / ((performance.now() - start) / 1000), p95: quantile(samples, 0.95), failures };
}
