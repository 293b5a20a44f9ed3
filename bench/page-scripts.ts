import { gzipSync } from "node:zlib";

/** The text of each script file that a page's HTML names, without those for browsers that know no modules. */
export async function scriptsOf(address: string): Promise<string[]> {
  return filesOf(address, "js");
}

export async function stylesOf(address: string): Promise<string[]> {
  return filesOf(address, "css");
}

async function filesOf(address: string, kind: "js" | "css"): Promise<string[]> {
  const html = await (await fetch(address)).text();
  const tags = [...html.matchAll(/<(?:script|link)\b[^>]*>/g)].map(([tag]) => tag);
  const name = new RegExp(`\\b(?:src|href)="([^"]+\\.${kind})[?"]`);
  const files = tags.flatMap((tag) => (/\bnomodule\b/i.test(tag) ? [] : (name.exec(tag)?.[1] ?? [])));
  if (kind === "js" && files.length === 0) throw new Error(`${address} names no script`);
  return Promise.all(
    [...new Set(files)].map(async (file) => {
      const response = await fetch(new URL(file, address));
      if (!response.ok) throw new Error(`${file} answered ${response.status}`);
      return response.text();
    }),
  );
}

export function kilobytes(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(file).length, 0) / 1000;
}
