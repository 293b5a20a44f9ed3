import "server-only";
import { setImmediate } from "node:timers/promises";
import { SaxesParser } from "saxes";
import { BOUNDS } from "@/lib/bounds/bounds";
import { DAMAGED, tooMuch, WorkbookError } from "./workbook-error";

/** Bytes after which other requests have their turn. */
const BYTES_AT_A_TIME = 64 * 1024;

export type Attributes = Record<string, string>;

/** Names come without their prefix: programs choose it freely. */
type Handlers = {
  open(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
};

/** Strict, and bounded in depth and length. Only the five entities of XML itself are known, whatever a document declares. */
export async function parseXml(bytes: Uint8Array, { open, close, text }: Handlers): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let elements = 0;
  let depth = 0;
  let withoutElement = 0;
  // Always these five: with more of them, or others for another part, V8 runs saxes five times slower.
  parser.on("error", fail);
  parser.on("opentag", ({ name, attributes }) => {
    withoutElement = 0;
    depth += 1;
    if (depth > BOUNDS.xmlDepth) fail();
    elements += 1;
    if (elements > BOUNDS.xmlElements) throw tooMuch("a million cells, texts and styles");
    open(localName(name), attributes);
  });
  parser.on("closetag", ({ name }) => {
    withoutElement = 0;
    depth -= 1;
    close?.(localName(name));
  });
  parser.on("text", (more) => text?.(more));
  parser.on("cdata", (more) => text?.(more));
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for (let at = 0; at < bytes.length; at += BYTES_AT_A_TIME) {
    if (at > 0) await setImmediate();
    withoutElement += BYTES_AT_A_TIME;
    parser.write(decode(decoder, bytes.subarray(at, at + BYTES_AT_A_TIME)));
    if (withoutElement > BOUNDS.xmlWithoutElement) fail();
  }
  decode(decoder, new Uint8Array(), false);
  parser.close();
}

function decode(decoder: TextDecoder, bytes: Uint8Array, stream = true): string {
  try {
    return decoder.decode(bytes, { stream });
  } catch {
    return fail();
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function fail(): never {
  throw new WorkbookError(DAMAGED);
}
