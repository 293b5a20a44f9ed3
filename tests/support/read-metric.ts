/** One figure of `/metrics` of an app that gives them; `labels` as they stand there. */
export async function readMetric(origin: string, name: string, labels = ""): Promise<number> {
  const text = await (await fetch(`${origin}/metrics`)).text();
  const line = text.split("\n").find((one) => one.startsWith(`${name}${labels} `));
  if (!line) throw new Error(`There is no ${name}${labels}.`);
  return Number(line.slice(line.lastIndexOf(" ")));
}

/** How long the app's thread answered nobody at the longest, in ms, since this was last asked. */
export async function longestBlock(origin: string): Promise<number> {
  return 1000 * (await readMetric(origin, "nodejs_eventloop_lag_seconds", '{quantile="1"}'));
}
