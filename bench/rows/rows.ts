import { charts } from "./charts";
import { compare } from "./compare";
import { dataCall } from "./data-call";
import { heavy } from "./heavy";
import { home } from "./home";
import { memory } from "./memory";
import { pageScript } from "./page-script";
import { pdf } from "./pdf";
import { plan } from "./plan";
import { press } from "./press";
import { render } from "./render";
import { rescore } from "./rescore";
import { responsive } from "./responsive";
import type { Row } from "./row";
import { saves } from "./saves";
import { score } from "./score";
import { start } from "./start";
import { xlsx } from "./xlsx";
import { zip } from "./zip";

export const ROWS: readonly Row[] = [
  score,
  rescore,
  plan,
  pageScript,
  render,
  press,
  responsive,
  saves,
  heavy,
  dataCall,
  charts,
  home,
  compare,
  pdf,
  xlsx,
  zip,
  start,
  memory,
];
