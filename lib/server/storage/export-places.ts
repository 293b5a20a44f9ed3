import "server-only";
import path from "node:path";
import type { Export } from "../data/exports";
import { readEnv } from "../env";

/** Where the files of exports lie: beside the database. */
export const exportsFolder = () => path.join(path.dirname(readEnv().databaseFile), "exports");

export const placeOf = ({ id, fileName }: Pick<Export, "id" | "fileName">) =>
  path.join(/* turbopackIgnore: true */ exportsFolder(), `${id}${path.extname(fileName)}`);

/** Until it is whole. */
export const partialOf = (file: Pick<Export, "id" | "fileName">) => `${placeOf(file)}.partial`;
