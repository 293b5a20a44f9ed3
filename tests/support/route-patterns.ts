import { readdir } from "node:fs/promises";
import path from "node:path";

/** `/[organization]/units/[unit]` for each file of that name in the app. */
export async function routePatterns(name: string): Promise<string[]> {
  const files = await readdir("app", { recursive: true });
  return files
    .filter((file) => path.basename(file) === name)
    .map((file) =>
      `/${path.dirname(file).replaceAll(path.sep, "/")}`.replace(/\/\(\w+\)/g, "").replace(/^\/\.$/, "/"),
    );
}
