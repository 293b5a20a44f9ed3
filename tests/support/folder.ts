import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

export function temporaryFolder(): Promise<string> {
  return mkdtemp(path.join(tmpdir(), "scaling-readiness-"));
}
