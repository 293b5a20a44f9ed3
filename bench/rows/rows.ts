import { pageScript } from "./page-script";
import { render } from "./render";
import { rescore } from "./rescore";
import type { Row } from "./row";
import { score } from "./score";

export const ROWS: readonly Row[] = [score, rescore, pageScript, render];
