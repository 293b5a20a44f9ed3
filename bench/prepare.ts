import { StepFailed } from "../scripts/setup/run-step.mjs";
import { build, generate, install } from "../scripts/setup/set-up.mjs";
import { buildBare, buildPeers, installPeers } from "./builds";

/** Everything that a measurement needs, built for production; what is there already stays. */
try {
  await install({ all: true });
  await generate();
  await installPeers();
  await build();
  await buildBare();
  await buildPeers();
} catch (error) {
  if (!(error instanceof StepFailed)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
