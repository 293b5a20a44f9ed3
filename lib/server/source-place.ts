import "server-only";
import { readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const FRAME = /^(?:async )?(?:(?<call>.+) \()?(?<file>.+?):(?<line>\d+):(?<column>\d+)\)?$/;

/** A stack frame of the built code as a place in the code as it was written, relative to the folder of the app. */
export function sourcePlace(frame: string): string {
  const { call, file, line, column } = FRAME.exec(frame)?.groups ?? {};
  if (!file) return frame;
  const entry = mapOf(file)?.findEntry(Number(line) - 1, Number(column) - 1);
  const place =
    entry && "originalSource" in entry
      ? `${relative(besides(file, entry.originalSource))}:${entry.originalLine + 1}`
      : `${relative(file)}:${line}`;
  return call && !entry ? `${call} (${place})` : place;
}

const maps = new Map<string, SourceMap | null>();

/** Read only here, once something has gone wrong: to have Node do it makes every start a fifth slower. */
function mapOf(file: string): SourceMap | null {
  const known = maps.get(file);
  if (known !== undefined) return known;
  const read = readMap(file);
  maps.set(file, read);
  return read;
}

function readMap(file: string): SourceMap | null {
  try {
    return new SourceMap(JSON.parse(readFileSync(`${plainPath(file)}.map`, "utf8")));
  } catch {
    return null;
  }
}

/** Sources are named from where their map lies. */
function besides(file: string, source: string): string {
  if (source.startsWith("file:")) return source;
  return path.resolve(/* turbopackIgnore: true */ path.dirname(plainPath(file)), decodeURIComponent(source));
}

const plainPath = (file: string) => (file.startsWith("file:") ? fileURLToPath(file) : file);

function relative(file: string): string {
  const absolute = plainPath(file);
  return path.isAbsolute(absolute)
    ? path.relative(/* turbopackIgnore: true */ process.cwd(), absolute)
    : file;
}
