import { readFile } from "node:fs/promises";
import ExcelJS from "exceljs";
import { BOMB } from "../zip-bomb";
import { printTimeAndAdded } from "./added";

const bytes = await readFile(BOMB);
// Its types ask for an ArrayBuffer of an older Node.
await printTimeAndAdded(() => new ExcelJS.Workbook().xlsx.load(bytes.buffer as ArrayBuffer));
