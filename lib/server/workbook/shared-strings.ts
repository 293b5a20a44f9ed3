import "server-only";
import { collectText } from "./text-of";
import { parseXml } from "./xml";

/** Texts that cells refer to by their place, from 0. */
export async function readSharedStrings(bytes: Uint8Array | null): Promise<string[]> {
  const strings: string[] = [];
  if (!bytes) return strings;
  const collected = collectText();
  await parseXml(bytes, {
    open: (name) => collected.open(name),
    text: (text) => collected.add(text),
    close(name) {
      collected.close(name);
      if (name === "si") strings.push(collected.take());
    },
  });
  return strings;
}
