import { figuresOfResult } from "../figures";
import { Charts } from "./charts";

export const dynamic = "force-dynamic";

export default function Page() {
  return <Charts {...figuresOfResult()} />;
}
