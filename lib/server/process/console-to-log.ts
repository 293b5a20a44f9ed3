import "server-only";
import { log } from "../log";
import { reportFailure } from "../requests/report-failure";

/**
 * In production Next prints errors with their messages, which may quote what was typed. What any library prints to the
 * console becomes a line of the log instead: the errors in it redacted, of the rest only where it came from.
 */
export function sendConsoleToLog() {
  const level = { error: "error", warn: "warn" } as const;
  for (const method of ["error", "warn"] as const) {
    console[method] = (...args: unknown[]) => {
      const errors = args.filter((arg) => arg instanceof Error);
      // Later: whoever knows the request of an error reports it first.
      if (errors.length > 0) setImmediate(() => errors.forEach((error) => void reportFailure(error)));
      else log[level[method]]({ from: new Error() }, "A library wrote to the console");
    };
  }
}
