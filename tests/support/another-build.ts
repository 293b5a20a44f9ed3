import { cp, mkdir, readdir, readFile, rename, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { temporaryFolder } from "./folder";

const ROOT = path.resolve(import.meta.dirname, "../..");
const TEXT = /(^BUILD_ID|\.(js|json|css|html|rsc|map|meta|body))$/;

/**
 * A folder with the app as if it had been built anew from changed sources: another build id, other names of all
 * files that a browser loads, other ids of actions. What the code does is the same, and no second build is paid for.
 */
export async function anotherBuild(): Promise<string> {
  const folder = await temporaryFolder();
  for (const name of await readdir(ROOT)) {
    if (name !== ".next") await symlink(path.join(ROOT, name), path.join(folder, name));
  }
  const built = path.join(folder, ".next");
  await mkdir(built);
  for (const name of await readdir(path.join(ROOT, ".next"))) {
    if (name === "cache") continue;
    await cp(path.join(ROOT, ".next", name), path.join(built, name), {
      recursive: true,
      verbatimSymlinks: true,
    });
  }
  const renamed = await newNames(built);
  const old = new RegExp([...renamed.keys()].join("|"), "g");
  const inPlace = (text: string) => text.replace(old, (name) => renamed.get(name) ?? name);
  const entries = await readdir(built, { recursive: true, withFileTypes: true });
  // The deepest first, so that a folder is renamed after what it holds.
  for (const entry of entries.reverse()) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile() && TEXT.test(entry.name)) await writeFile(file, inPlace(await readFile(file, "utf8")));
    if (inPlace(entry.name) !== entry.name)
      await rename(file, path.join(entry.parentPath, inPlace(entry.name)));
  }
  return folder;
}

/** By their old ones, of the same length: parts of what a server sends are counted in bytes. */
async function newNames(built: string): Promise<Map<string, string>> {
  const read = (...place: string[]) => readFile(path.join(built, ...place), "utf8");
  const files = await readdir(path.join(built, "static"), { recursive: true });
  const hashes = files.flatMap(
    (file) => /(?<=^(chunks|media)\/.*)[\w~-]{13}(?=\.\w+$)/.exec(file)?.[0] ?? [],
  );
  const chunks = files.filter((file) => file.endsWith(".js"));
  const texts = await Promise.all(chunks.map((file) => read("static", file)));
  const copies = texts.flatMap((text) => /(?<=build:")[\w-]{36}(?=")/.exec(text) ?? []);
  const buildId = (await read("BUILD_ID")).trim();
  if (copies.length === 0 || hashes.length === 0) throw new Error("The build does not look as it used to.");
  const names = [buildId, ...copies, ...hashes].map((name): [string, string] => [
    name,
    `${name.startsWith("z") ? "y" : "z"}${name.slice(1)}`,
  ]);
  const { node } = JSON.parse(await read("server", "server-reference-manifest.json"));
  const actions = Object.keys(node).map((id): [string, string] => [
    id,
    `${id.slice(0, -1)}${id.endsWith("0") ? "1" : "0"}`,
  ]);
  return new Map([...names, ...actions]);
}
