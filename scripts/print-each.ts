import { readFileSync } from "node:fs";
import { InputError } from "@/lib/scoring/assessment-error";
import { parseJson } from "@/lib/scoring/parse-json";

/** Prints what comes of each file named on the command line, one line a file, and the fault of one that is none. */
export function printEach(command: string, ofFile: (content: unknown) => unknown) {
  const files = process.argv.slice(2);
  if (files.length === 0) {
    console.error(`Usage: npm run -s ${command} -- FILE…`);
    process.exitCode = 1;
  }
  for (const file of files) {
    try {
      console.log(JSON.stringify(ofFile(parseJson(readFileSync(file, "utf8")))));
    } catch (error) {
      console.error(`${file}: ${faultOf(error)}`);
      process.exitCode = 1;
    }
  }
}

function faultOf(error: unknown): string {
  if (error instanceof InputError) return error.message;
  if (error instanceof Error && "code" in error) return `cannot be read (${error.code})`;
  throw error;
}
