import { createParser } from "nuqs/server";

/** A form without script sends an empty choice along. */
export const parseAsId = createParser({ parse: (text) => text || null, serialize: (id: string) => id });
