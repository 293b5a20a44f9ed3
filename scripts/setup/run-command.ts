import { BadSettings } from "@/lib/server/env";
import { storageFault } from "@/lib/server/storage/storage-fault";

/** An expected end of a command: its message is all that people need to see. */
export class CommandFailed extends Error {}

/** By convention of sysexits.h; `npm start` then shows what was said, and nothing else. */
const BAD_SETTING = 78;

/** Runs a command on what follows its name. A fault is one line and exit code 1, a bug keeps its stack. */
export async function runCommand(title: string, work: (args: readonly string[]) => Promise<void>) {
  try {
    await work(process.argv.slice(2));
  } catch (error) {
    const fault = storageFault(error);
    process.exitCode = error instanceof BadSettings ? BAD_SETTING : 1;
    if (fault) console.error(`${title} failed: ${fault}.`);
    else if (error instanceof BadSettings) console.error(error.message.replace(/\s*\n\s*/g, " "));
    else if (error instanceof CommandFailed) console.error(error.message);
    else throw error;
  }
}
