import { execFile } from "node:child_process";
import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll } from "vitest";
import { temporaryFolder } from "./folder";

type Ended = { code: number; out: string; err: string };

/** A folder of files for the commands of package.json, which are run as a person runs them. */
export function commandLine() {
  let folder = "";
  beforeAll(async () => {
    folder = await temporaryFolder();
  });
  afterAll(() => rm(folder, { recursive: true }));
  const place = (name: string) => path.join(folder, name);
  return {
    place,
    async file(name: string, content: unknown): Promise<string> {
      await writeFile(place(name), typeof content === "string" ? content : JSON.stringify(content));
      return place(name);
    },
    run(command: string, ...files: string[]): Promise<Ended> {
      return new Promise((resolve) => {
        execFile("npm", ["run", "-s", command, "--", ...files], (error, out, err) => {
          resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err });
        });
      });
    },
  };
}
