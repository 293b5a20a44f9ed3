import "./setup/node-version.mjs";
import { StepFailed } from "./setup/run-step.mjs";
import { freePort, portFromEnvironment, runNext } from "./setup/serve.mjs";
import { build, bundle, checkFolder, generate, install, migrate, root } from "./setup/set-up.mjs";

/** `npm start` and `npm run dev`: everything from a fresh clone to the first page, from Node's own parts alone. */
const command = process.argv.includes("--dev") ? "dev" : "start";
process.chdir(root);

async function main() {
  checkFolder();
  const port = await freePort(portFromEnvironment());
  await install();
  await generate();
  await migrate();
  await (command === "start" ? build() : bundle());
  await serve(port);
}

async function serve(port) {
  const app = runNext(command, { port });
  let stopping = null;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      stopping ??= app.stop();
    });
  }
  try {
    await app.answered;
    console.log(`Ready: ${app.url}  (Ctrl-C stops it)`);
    const code = await app.ended;
    if (!stopping) throw new StepFailed(`The app ended by itself with code ${code}.`);
  } catch (error) {
    const byItself = stopping === null;
    await (stopping ?? app.stop());
    if (byItself) throw error;
  }
  const code = await stopping;
  if (code !== 0)
    throw new StepFailed("The app had to be ended by force; what was not answered is not stored.");
}

try {
  await main();
} catch (error) {
  if (!(error instanceof StepFailed)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
