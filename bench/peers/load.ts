import autocannon from "autocannon";

/**
 * `load.ts URL [REQUESTS]`: reads an address for some seconds, or so many times, from several connections at once.
 * Prints how many requests were answered a second.
 */
const [url, amount] = process.argv.slice(2);
if (!url) throw new Error("An address is needed.");

const { errors, timeouts, non2xx, requests, duration } = await autocannon({
  url,
  connections: 8,
  ...(amount ? { amount: Number(amount) } : { duration: 3 }),
});
const failed = errors + timeouts + non2xx;
if (failed > 0) throw new Error(`${failed} requests of ${requests.total} failed`);
console.log(JSON.stringify({ perSecond: requests.total / duration }));
