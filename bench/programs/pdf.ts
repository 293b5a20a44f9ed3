import { renderPdf } from "@/lib/server/report/pdf";
import { printMicroseconds } from "./microseconds";
import { CREATED, report } from "./report";

const document = report();
await printMicroseconds(10, () => renderPdf(document, "a4", CREATED));
