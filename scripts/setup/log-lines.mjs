import { fstatSync, writeSync } from "node:fs";

/**
 * A line of the app's log on its way to standard error: as it is for a file or a service, in words for a person at a
 * terminal, who is told only what went wrong.
 */
export function showLog(line) {
  const shown = process.stderr.isTTY ? inWords(line) : line;
  if (shown !== null) write(`${shown}\n`);
}

// A log that cannot be written is no reason to end: the app is more than its log.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);

const isStream = process.stderr.isTTY || isPipe(2);
let lost = 0;

/** To a file past Node's stream, which is closed for good by the first write that fails, such as on a full disk. */
function write(text) {
  if (isStream) process.stderr.write(text);
  else if (writeWhole(lost > 0 ? `\n${lostLines()}\n${text}` : text)) lost = 0;
  else {
    lost += 1;
    if (lost === 1) console.log("The log cannot be written; the app goes on without it.");
  }
}

function writeWhole(text) {
  try {
    const bytes = Buffer.from(text);
    for (let done = 0; done < bytes.length; ) done += writeSync(2, bytes, done);
    return true;
  } catch {
    return false;
  }
}

function lostLines() {
  return JSON.stringify({ level: "warn", time: new Date(), lines: lost, msg: "Lines of the log were lost" });
}

function isPipe(descriptor) {
  try {
    const found = fstatSync(descriptor);
    return found.isFIFO() || found.isSocket();
  } catch {
    return false;
  }
}

/** The reference of an error in the log; null for any other line. */
export function referenceIn(line) {
  return parse(line)?.reference ?? null;
}

const FOR_PEOPLE = new Set(["warn", "error", "fatal"]);

/** Null for what a person need not see. What is not of the log stays as it is. */
export function inWords(line) {
  const entry = parse(line);
  if (!entry) return line;
  if (!FOR_PEOPLE.has(entry.level)) return null;
  const clock = new Date(entry.time).toTimeString().slice(0, 8);
  const { type, code, at = [] } = entry.error ?? {};
  const what = [type, code].filter(Boolean).join(" ");
  const place = at.find((frame) => !frame.includes("node_modules/")) ?? at[0];
  const details = [
    entry.reference && `Reference ${entry.reference}`,
    entry.route,
    entry.fault,
    what,
    place && `at ${place}`,
  ];
  return [`${clock} ${entry.level}: ${entry.msg}`, ...details.filter(Boolean)].join(" · ");
}

function parse(line) {
  if (!line.startsWith('{"level":')) return null;
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
