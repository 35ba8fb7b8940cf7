/** Real time plus what tests moved it by; token lives are measured on it. */
export type SandboxClock = { readonly now: () => number; readonly advance: (seconds: number) => void };

export function createClock(): SandboxClock {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    advance: (seconds) => {
      ahead += seconds * 1000;
    },
  };
}
