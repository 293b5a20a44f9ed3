import "server-only";
import packageJson from "@/package.json";
import { sendConsoleToLog } from "./console-to-log";
import { readEnv } from "./env";
import { log } from "./log";
import { measureEventLoopLag } from "./metrics";
import { stopOnSignals } from "./stop";
import { watchRequests } from "./watch-requests";

/** What the app does before its first request. */
export function startUp(development: boolean) {
  if (!development) sendConsoleToLog();
  watchRequests();
  const { ownSignals, metrics } = readEnv();
  if (ownSignals) stopOnSignals();
  if (metrics) measureEventLoopLag();
  log.info({ version: packageJson.version, node: process.version }, "Started");
}
