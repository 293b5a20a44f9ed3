import "server-only";
import { findSourceMap } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const FRAME = /^(?:(?<call>.+) \()?(?<file>.+?):(?<line>\d+):(?<column>\d+)\)?$/;

/** A stack frame of the built code as a place in the code as it was written, relative to the folder of the app. */
export function sourcePlace(frame: string): string {
  const { call, file, line, column } = FRAME.exec(frame)?.groups ?? {};
  if (!file) return frame;
  const entry = findSourceMap(file)?.findEntry(Number(line) - 1, Number(column) - 1);
  const place =
    entry && "originalSource" in entry
      ? `${relative(entry.originalSource)}:${entry.originalLine + 1}`
      : `${relative(file)}:${line}`;
  return call && !entry ? `${call} (${place})` : place;
}

function relative(file: string): string {
  const absolute = file.startsWith("file:") ? fileURLToPath(file) : file;
  return path.isAbsolute(absolute)
    ? path.relative(/* turbopackIgnore: true */ process.cwd(), absolute)
    : file;
}
