import "@/app/globals.css";
import { Bars } from "@/components/charts/bars";
import { Radar } from "@/components/charts/radar";
import { figuresOfResult } from "../figures";

export const dynamic = "force-dynamic";

export default function Page() {
  const { axes, bars } = figuresOfResult();
  return (
    <>
      <Radar
        title="Areas"
        axes={axes.map(({ name }) => name)}
        series={[
          { name: "Score", values: axes.map(({ score }) => score) },
          { name: "Required", values: axes.map(({ required }) => required) },
        ]}
        explore
      />
      <Bars
        title="Capabilities"
        rows={bars.map(({ name, value, target }) => ({ key: name, label: name, value, target }))}
        domain={[0, 5]}
        format="level"
        explore
      />
    </>
  );
}
