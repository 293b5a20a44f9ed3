import { type SpawnSyncReturns, spawnSync } from "node:child_process";

/** Runs shell commands that see a disk of their own at `folder`, of so many KB. */
export function onSmallDisk(folder: string, kilobytes: number, commands: string): SpawnSyncReturns<string> {
  const script = `mount -t tmpfs -o size=${kilobytes}k none "$0" && ${commands}`;
  return spawnSync("unshare", ["--map-root-user", "--mount", "sh", "-c", script, folder], {
    encoding: "utf8",
  });
}

/** Why a test that needs such a disk cannot run on this machine; empty when it can. */
export function noSmallDisk(folder: string): string {
  const { status, stderr, error } = onSmallDisk(folder, 100, "true");
  return status === 0 ? "" : `no disk can be mounted here: ${error?.message ?? stderr.trim()}`;
}
