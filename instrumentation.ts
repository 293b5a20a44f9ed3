import type { Instrumentation } from "next";

/** Next calls this once, as its server starts. */
export async function register() {
  // Written out for Next, which leaves the import out of what it builds for other runtimes.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { startUp } = await import("@/lib/server/process/start-up");
    await startUp(process.env.NODE_ENV === "development");
  }
}

export const onRequestError: Instrumentation.onRequestError = async (error, { method }, { routePath }) => {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { reportFailure } = await import("@/lib/server/requests/report-failure");
    reportFailure(error, { route: routePath, method });
  }
};
