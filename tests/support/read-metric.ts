/** One figure of `/metrics` of an app that gives them; `labels` as they stand there. Null where there is none. */
async function find(origin: string, name: string, labels = ""): Promise<number | null> {
  const text = await (await fetch(`${origin}/metrics`)).text();
  const line = text.split("\n").find((one) => one.startsWith(`${name}${labels} `));
  return line === undefined ? null : Number(line.slice(line.lastIndexOf(" ")));
}

/** Bytes that the process of an app holds. */
export async function heldMemory(origin: string): Promise<number> {
  const bytes = await find(origin, "process_resident_memory_bytes");
  if (bytes === null) throw new Error("The app gives no metrics.");
  return bytes;
}

/** How long the app's thread answered nobody at the longest, in ms, since this was last asked. */
export async function longestBlock(origin: string): Promise<number> {
  const seconds = await find(origin, "nodejs_eventloop_lag_seconds", '{quantile="1"}');
  return 1000 * (seconds ?? 0);
}
