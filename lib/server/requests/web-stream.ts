import "server-only";
import { Readable } from "node:stream";

/** Node's own type of a web stream is not the one that Response takes; the stream is. */
export function webStream(stream: Readable): BodyInit {
  return Readable.toWeb(stream) as unknown as BodyInit;
}
