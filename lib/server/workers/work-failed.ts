import "server-only";

/** A bug or a fault of the machine that came up in a worker thread. */
export class WorkFailed extends Error {
  constructor(
    message: string,
    /** What the disk or the system said no to, in words. */
    readonly fault: string | null,
  ) {
    super(message);
  }
}
