import type { Instrumentation } from "next";

/** Next calls this once, as its server starts. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startUp } = await import("@/lib/server/start-up");
  startUp(process.env.NODE_ENV === "development");
}

export const onRequestError: Instrumentation.onRequestError = async (error, { method }, { routePath }) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { reportFailure } = await import("@/lib/server/report-failure");
  reportFailure(error, { route: routePath, method });
};
