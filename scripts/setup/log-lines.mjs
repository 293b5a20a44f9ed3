/**
 * A line of the app's log on its way to standard error: as it is for a file or a service, in words for a person at a
 * terminal, who is told only what went wrong.
 */
export function showLog(line) {
  const shown = process.stderr.isTTY ? inWords(line) : line;
  if (shown !== null) process.stderr.write(`${shown}\n`);
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
