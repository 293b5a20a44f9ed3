import path from "node:path";
import { Lane } from "@/lib/server/workers/lane";

/** Does one piece of work after the other, and nothing else. */
const lane = new Lane(path.resolve(import.meta.dirname, "worker.mjs"), {
  threads: 1,
  queue: 1,
  megabytes: 64,
});
for (let piece = 0; piece < 20; piece += 1) await lane.run("wait", 1, 30);
console.log("all done");
