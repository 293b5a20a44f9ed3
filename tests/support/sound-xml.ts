import JSZip from "jszip";
import { SaxesParser } from "saxes";
import { expect } from "vitest";

/** Holds that each part of an Office file is XML to a strict parser, and gives the parts by name. */
export async function soundParts(file: Uint8Array): Promise<Map<string, string>> {
  const zip = await JSZip.loadAsync(file);
  const parts = new Map<string, string>();
  for (const part of Object.values(zip.files).filter(({ name }) => /\.(xml|rels)$/.test(name))) {
    const text = await part.async("string");
    const parser = new SaxesParser({ xmlns: true });
    parser.on("error", (error) => expect.fail(`${part.name}: ${error.message}`));
    parser.write(text).close();
    parts.set(part.name, text);
  }
  return parts;
}
