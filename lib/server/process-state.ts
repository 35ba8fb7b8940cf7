const registry = Symbol.for("reseller-desk.process-state");

type Holder = { [registry]?: Map<string, unknown> };

/** One value per process under a name; the bundler may load a module several times, `globalThis` exists once. */
export function processState<T>(name: string, create: () => T): T {
  const holder = globalThis as Holder;
  const states = (holder[registry] ??= new Map<string, unknown>());
  if (!states.has(name)) states.set(name, create());
  // The name is only ever used with one type: each caller owns its own.
  return states.get(name) as T;
}
