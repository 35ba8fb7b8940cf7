import { setFlagsFromString } from "node:v8";

/** By how much a heap may outgrow what was alive in it before its garbage is collected. Left to itself that is up to fourfold. */
const GROWTH_PERCENT = 100;

// With memory to spare V8 lets garbage pile up to many times what is alive; a server has its memory for long.
setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`);
// The room for young objects that package.json gives this thread, as no call can, would overrule what the threads to
// come are given by themselves.
setFlagsFromString("--max-semi-space-size=0");
