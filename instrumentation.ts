import type { Instrumentation } from "next";

export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { beginServing } = await import("./lib/server/serve");
  beginServing(process.env.NODE_ENV === "development");
}

export const onRequestError: Instrumentation.onRequestError = async (error, { method }, { routePath }) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { reportFailure } = await import("./lib/server/report-failure");
  reportFailure(error, { route: routePath, method });
};
