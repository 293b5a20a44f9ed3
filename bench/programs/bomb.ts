import { readFile } from "node:fs/promises";
import { readWorkbook } from "@/lib/server/workbook/read-workbook";
import { BOMB } from "../zip-bomb";
import { printTimeAndAdded } from "./added";

const bytes = await readFile(BOMB);
await printTimeAndAdded(async () => {
  const { fault } = await readWorkbook(bytes);
  if (!fault?.startsWith("More than 20.0 MB when unpacked.")) throw new Error(`Not refused: ${fault}`);
});
