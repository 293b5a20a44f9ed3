import path from "node:path";
import { Lane } from "@/lib/server/workers/lane";

const lane = new Lane(path.resolve(import.meta.dirname, "worker.mjs"), {
  threads: 1,
  queue: 1,
  megabytes: 64,
});
console.log((await lane.run<string>("wait", 100, 30)).value);
