import { StepFailed } from "./setup/run-step.mjs";
import { portFromEnvironment, requireFreePort, serve } from "./setup/serve.mjs";
import { build, checkMachine, generate, install, migrate, root } from "./setup/set-up.mjs";

/** `npm start` and `npm run dev`: everything from a fresh clone to the first page, from Node's own parts alone. */
const development = process.argv.includes("--dev");
process.chdir(root);
try {
  checkMachine();
  const port = portFromEnvironment();
  await requireFreePort(port);
  await install();
  await generate();
  await migrate();
  if (!development) await build();
  await serve(development ? "dev" : "start", port);
} catch (error) {
  if (!(error instanceof StepFailed)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
