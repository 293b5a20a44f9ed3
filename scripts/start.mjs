import "./setup/node-version.mjs";
import { StepFailed } from "./setup/run-step.mjs";
import { endInWords, freePort, portFromEnvironment, runNext } from "./setup/serve.mjs";
import { build, bundle, checkFolder, generate, install, migrate, root } from "./setup/set-up.mjs";

/** `npm start` and `npm run dev`: everything from a fresh clone to the first page, from Node's own parts alone. */
const command = process.argv.includes("--dev") ? "dev" : "start";
process.chdir(root);

async function main() {
  checkFolder();
  const port = await freePort(portFromEnvironment());
  await install({ all: false });
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
    const { status, reference } = await app.answered;
    console.log(`Ready: ${app.url}  (Ctrl-C stops it)`);
    if (status >= 500) console.error(firstPageFailed(app.url, { status, reference }));
    const end = await app.ended;
    if (!stopping) throw new StepFailed(endInWords(end));
  } catch (error) {
    const byItself = stopping === null;
    await (stopping ?? app.stop());
    if (byItself) throw error;
  }
  const code = await stopping;
  if (code !== 0)
    throw new StepFailed("The app had to be ended by force; what was not answered is not stored.");
}

function firstPageFailed(url, { status, reference }) {
  const told = reference ? `, reference ${reference} in the log` : "";
  return [
    `The first page answers with an error (${status}${told}). Other pages may work: ${url}/my-organization/settings`,
    "exports everything. To put a backup in the place of the database: stop the app, then npm run restore FILE.",
  ].join("\n");
}

try {
  await main();
} catch (error) {
  if (!(error instanceof StepFailed)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
