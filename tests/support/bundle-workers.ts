import { bundleWorkers } from "../../scripts/setup/workers.mjs";

/** Tests run worker threads from the code as it stands. */
export const setup = bundleWorkers;
