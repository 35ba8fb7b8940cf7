import type { ActiveFault, Fault, VendorName } from "./fault";

export type FaultControl = {
  /** Adds a fault and answers its id. */
  readonly set: (fault: Fault) => string;
  /** Removes one fault, or all of them. */
  readonly clear: (id?: string) => void;
  /** All faults with how many requests each has met (`seen`) and spoilt (`hits`). */
  readonly list: () => readonly ActiveFault[];
};

export type FaultDecision = { readonly forRequest: (about: RequestAbout) => readonly ActiveFault[] };
export type RequestAbout = { vendor: VendorName; route: string; target: string };

export function createFaultControl(): FaultControl & FaultDecision {
  let faults: ActiveFault[] = [];
  let count = 0;
  return {
    set: (fault) => {
      count += 1;
      const id = `fault-${count}`;
      faults.push({ ...fault, id, seen: 0, hits: 0 });
      return id;
    },
    clear: (id) => {
      faults = id === undefined ? [] : faults.filter((fault) => fault.id !== id);
    },
    list: () => faults.map((fault) => ({ ...fault })),
    forRequest: (about) => faults.filter((fault) => isInScope(fault, about) && isDue(fault)),
  };
}

function isInScope(fault: ActiveFault, { vendor, route, target }: RequestAbout): boolean {
  return (fault.vendor ?? vendor) === vendor && (fault.route ?? route) === route && target.includes(fault.match ?? "");
}

/** Counts the request, so it must be asked exactly once for each. */
function isDue(fault: ActiveFault): boolean {
  fault.seen += 1;
  const counted = fault.seen - (fault.after ?? 0);
  if (counted <= 0 || counted % (fault.every ?? 1) !== 0) return false;
  if (fault.times !== undefined && fault.hits >= fault.times) return false;
  fault.hits += 1;
  return true;
}
