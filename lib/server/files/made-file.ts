import "server-only";

/** A file as it is saved: under a name, UTF-8 where it is text. */
export type MadeFile = { name: string; body: Uint8Array | string };
