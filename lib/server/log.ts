import "server-only";
import pino, { type DestinationStream } from "pino";
import { redact } from "../logging/redact";
import { type LogLevel, readEnv } from "./env";
import { sourcePlace } from "./source-place";

/** Without children: what they hold would go past the redaction. */
export type Log = Pick<pino.Logger, "fatal" | "error" | "warn" | "info" | "debug">;

/** One line of JSON a call. Fields are redacted before anything else sees them; messages are constants of the code. */
export function createLog(level: LogLevel, destination: DestinationStream): Log {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    hooks: {
      // Whatever follows the message would be woven into it, past the redaction.
      logMethod([first, message], write) {
        if (typeof first === "string") write.call(this, first);
        else if (first instanceof Error)
          write.call(this, { error: redact(first, sourcePlace) }, message ?? "Failed");
        else write.call(this, redact(first, sourcePlace) as object, message);
      },
    },
  };
  return pino(options, destination);
}

/** To standard error, at once: the last lines before an end are the ones that matter. */
const standardError = pino.destination({ fd: 2, sync: true });
// What cannot be written is lost, and no reason to end.
standardError.on("error", () => undefined);
export const log = createLog(readEnv().logLevel, standardError);
