import { expect, test } from "@playwright/test";
import fc from "fast-check";
import { answered } from "../support/answered";
import { type BentUpload, bentUploads, type Sources, writeBent } from "../support/bent-uploads";
import { BLOCK_MS, leastBlock, MEMORY_BYTES, TRIES } from "../support/burden";
import { laxCells } from "../support/csv-reader";
import { ADDRESSES, type Held, pathOf, searchOf } from "../support/every-address";
import { exportEverything } from "../support/export-everything";
import { HOME } from "../support/page-addresses";
import { heldMemory } from "../support/read-metric";
import { hasForm, sendForm } from "../support/send-form";
import { sendUpload } from "../support/send-upload";
import { filled, type MortalApp, startApp } from "../support/server";
import { heldSince, markRows, unsoundness } from "../support/stored";
import { sendWrong, type WrongForm, wrongForms } from "../support/wrong-forms";

/** `FUZZ_SEED=… FUZZ_FILES=…` sends the same files again; the torture test draws a seed. */
const FILES = Number(process.env.FUZZ_FILES ?? 50);
const SEED = Number(process.env.FUZZ_SEED ?? 1);
const MEMORY_EVERY = 25;

let app: MortalApp;
let home: string;
const errors: string[] = [];
test.beforeAll(async () => {
  app = await startApp({
    seed: filled,
    env: { METRICS: "on", LOG_LEVEL: "error" },
    onLog: (line) => errors.push(line),
  });
  home = `${app.url}${HOME}`;
});
test.afterAll(() => app.stop());

async function bytesAt(address: string): Promise<Uint8Array> {
  const response = await fetch(`${app.url}${address}`);
  expect(response.status, address).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

async function tableAt(address: string): Promise<string[][]> {
  const text = Buffer.from(await bytesAt(address))
    .toString()
    .replace(/^\ufeff/, "");
  return laxCells(text.replaceAll("\r\n", "\n"), ",").filter((cells) => cells.length > 1);
}

/** What the app itself gives to fill in, to keep and to bring back. */
async function readSources(): Promise<Sources> {
  const submitted = heldSince(app.databaseFile, null).assessments.find(
    ({ status }) => status === "submitted",
  );
  const result = `${HOME}/assessments/${submitted?.id}/results/export`;
  const template = `${HOME}/settings/import/template`;
  return {
    tables: {
      units: await tableAt(`${template}/units`),
      inventory: await tableAt(`${template}/inventory`),
      "exported inventory": await tableAt(`${HOME}/inventory/export/csv`),
      assessments: await tableAt(`${template}/assessments`),
      answers: await tableAt(`${result}/answers`),
    },
    texts: {
      organization: await exportEverything(app.url),
      assessment: JSON.stringify({ ...answered(), unit: { ...answered().unit, name: "Retail" } }),
      result: Buffer.from(await bytesAt(`${result}/json`)).toString(),
    },
    whole: {
      "result as workbook": await bytesAt(`${result}/xlsx`),
      "inventory as workbook": await bytesAt(`${HOME}/inventory/export/xlsx`),
      "result as PDF": await bytesAt(`${result}/pdf`),
      nothing: new Uint8Array(),
    },
  };
}

/** Places of the kind that are there: for each number a page or a file. */
function addressesFor(looks: readonly number[], held: Held): string[] {
  const places = Object.entries(ADDRESSES).flatMap(([pattern, addressesOf]) => {
    const all = addressesOf(held);
    return all.length > 0 ? [{ pattern, all }] : [];
  });
  return looks.flatMap((look) => {
    const place = places[look % places.length];
    const address = place?.all[Math.floor(look / places.length) % place.all.length];
    if (!place || !address) return [];
    const path = pathOf(place.pattern, { organization: HOME.slice(1), ...address.params });
    return `${path}?${searchOf(address.query ?? {})}`;
  });
}

/** As it was made, with long texts cut. */
const tell = (one: BentUpload | WrongForm) =>
  JSON.stringify(one, (_, value) => (typeof value === "string" ? value.slice(0, 60) : value)).slice(0, 2000);

/** What takes more than the app gives to one request is ended in words: see docs/operation.md. */
const ENDED = /than the app gives to one request and was ended/;
function isFailure(status: number, body: string): boolean {
  if (status === 503 && ENDED.test(body)) {
    console.log(`ended: ${body.slice(0, 200)}`);
    return false;
  }
  return status >= 500;
}

type Step = { name: string; again?: boolean; ask: () => Promise<Response> };
type Outcome = { faults: string[]; slow: string[]; met: "refused" | "imported" };

/** Sends files, looks at what they would do, imports them, and opens some of what then is there. */
async function follow({ kind, files, unit, looks }: BentUpload, turn: number) {
  const outcome: Outcome = { faults: [], slow: [], met: "refused" };
  const step = async ({
    name,
    again = true,
    ask,
  }: Step): Promise<{ location: string | null; body: string }> => {
    const logged = errors.length;
    let last = { location: null as string | null, body: "" };
    const blocked = await leastBlock(
      app,
      async () => {
        const response = await ask();
        last = { location: response.headers.get("location"), body: await response.text() };
        if (isFailure(response.status, last.body))
          outcome.faults.push(`${name}: ${response.status} ${last.body.slice(0, 300)}`);
      },
      again ? undefined : 1,
    );
    if (blocked > BLOCK_MS) outcome[again ? "faults" : "slow"].push(`${name}: ${Math.round(blocked)} ms`);
    outcome.faults.push(...errors.slice(logged).map((line) => `${name}: ${line}`));
    return last;
  };
  const mark = markRows(app.databaseFile);
  const sent = await Promise.all(files.map((file) => writeBent(file, sources, turn)));
  const { location } = await step({ name: "upload", ask: () => sendUpload(home, kind, sent) });
  if (location?.startsWith(`${HOME}/settings/import/`)) {
    const { units } = heldSince(app.databaseFile, null);
    const chosen = unit === null ? "" : `?unit=${units[unit % units.length]?.id}`;
    const preview = new URL(location + chosen, app.url).href;
    const { body } = await step({ name: "preview", ask: () => fetch(preview) });
    if (hasForm(body, ">Import<")) {
      // What it brings is there then: once more would be another import.
      const ask = () => sendForm(preview, ">Import<");
      const done = await step({ name: "import", again: false, ask });
      if (done.location?.includes("done=imported")) outcome.met = "imported";
    }
  }
  const grown = markRows(app.databaseFile).rows !== mark.rows;
  if (grown && outcome.met !== "imported") outcome.faults.push("Rows were stored of what was not imported.");
  for (const address of addressesFor(looks, heldSince(app.databaseFile, grown ? mark : null)))
    await step({ name: address, ask: () => fetch(`${app.url}${address}`, { redirect: "manual" }) });
  return outcome;
}

let sources: Sources;
let idle: number;
test.beforeAll(async () => {
  sources = await readSources();
  for (const page of ["", "/settings/import", "/compare"]) await bytesAt(HOME + page);
  idle = await heldMemory(app.url);
  console.log(`FUZZ_SEED=${SEED} FUZZ_FILES=${FILES}`);
});

const sampled = <Value>(of: fc.Arbitrary<Value>) => fc.sample(of, { seed: SEED, numRuns: FILES });

/** What the app holds above what it held at rest, when that is too much. */
async function hoarded(): Promise<string[]> {
  const held = (await heldMemory(app.url)) - idle;
  return held > MEMORY_BYTES ? [`${held} bytes are held`] : [];
}

test(`of ${FILES} bent files each is refused or taken, and everybody else is answered meanwhile`, async () => {
  test.setTimeout(120_000 + FILES * 20_000);
  const met = { refused: 0, imported: 0 };
  const failed: string[] = [];
  let turn = 0;
  for (const [index, one] of sampled(bentUploads).entries()) {
    let last: Outcome;
    let tried = 0;
    do {
      turn += 1;
      tried += 1;
      last = await follow(one, turn).catch(
        (error: Error): Outcome => ({ faults: [error.stack ?? error.message], slow: [], met: "refused" }),
      );
    } while (last.slow.length > 0 && last.faults.length === 0 && tried < TRIES);
    met[last.met] += 1;
    const faults = [...last.faults, ...last.slow, ...(index % MEMORY_EVERY === 0 ? await hoarded() : [])];
    if (faults.length > 0)
      failed.push(`file ${index} of seed ${SEED}: ${tell(one)}\n  ${faults.join("\n  ")}`);
  }
  expect([...failed, ...(await hoarded())].join("\n")).toBe("");
  // Or it would prove little.
  for (const [outcome, count] of Object.entries(met))
    expect(count, `${outcome}, seed ${SEED}`).toBeGreaterThan(FILES / 10);
});

test(`${FILES} forms that no browser sends are refused, and everybody else is answered meanwhile`, async () => {
  test.setTimeout(120_000 + FILES * 20_000);
  const failed: string[] = [];
  const mark = markRows(app.databaseFile);
  for (const [index, one] of sampled(wrongForms).entries()) {
    const faults: string[] = [];
    const logged = errors.length;
    const blocked = await leastBlock(app, async () => {
      const answer = await sendWrong(`${home}/settings/import/upload`, one);
      if (answer && isFailure(answer.status, answer.body))
        faults.push(`${answer.status} ${answer.body.slice(0, 300)}`);
    }).catch((error: Error) => void faults.push(error.message));
    if (blocked && blocked > BLOCK_MS) faults.push(`${Math.round(blocked)} ms`);
    faults.push(...errors.slice(logged), ...(index % MEMORY_EVERY === 0 ? await hoarded() : []));
    if (faults.length > 0)
      failed.push(`form ${index} of seed ${SEED}: ${tell(one)}\n  ${faults.join("\n  ")}`);
  }
  expect([...failed, ...(await hoarded())].join("\n")).toBe("");
  expect(markRows(app.databaseFile).rows).toBe(mark.rows);
});

test("what is stored after all of that is sound, and can be exported", async () => {
  expect(unsoundness(app.databaseFile)).toEqual([]);
  expect((await fetch(`${app.url}/api/health/ready`)).status).toBe(200);
  expect(JSON.parse(await exportEverything(app.url)).format).toBe("scaling-readiness-organization");
});
