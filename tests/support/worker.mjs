import { once } from "node:events";
import { threadId } from "node:worker_threads";

/** A worker whose pieces of work do what no piece should, and one that says which thread it is. */
const work = {
  thread: () => threadId,
  spin() {
    for (;;);
  },
  hoard() {
    const hoard = [];
    for (;;) hoard.push(Array.from({ length: 100_000 }, () => ({})));
  },
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds, "waited")),
  async spinInTurn(_, port) {
    await takeTurn(port);
    work.spin();
  },
  async writeInTurn(milliseconds, port) {
    await takeTurn(port);
    const began = Date.now();
    await work.wait(milliseconds);
    const ended = Date.now();
    port.postMessage({ turn: "end" });
    return { began, ended };
  },
  setting: (name) => process.env[name],
};

async function takeTurn(port) {
  port.postMessage({ turn: "ask" });
  await once(port, "message");
}

export default async function run({ name, input, port }) {
  try {
    return { value: await work[name](input, port) };
  } finally {
    port.close();
  }
}
