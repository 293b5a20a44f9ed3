import "server-only";
import type { Ended } from "./lane";

/** What came of work that was ended, and what to do. */
export const ENDED_WORDS: Record<Ended, string> = {
  busy: "The app is busy with other files and plans. Nothing was stored. Try again in a minute.",
  "too-long":
    "This took longer than the app gives to one request and was ended. Nothing was stored. Try again when less is going on, or ask for less at once.",
  "too-large":
    "This needs more memory than the app gives to one request and was ended. Nothing was stored. Ask for less at once, or send it in parts.",
  stopping: "The app is stopping. Nothing was stored. Try again when it has started.",
};
