"use client";

import {
  Bar,
  BarChart,
  PolarAngleAxis,
  PolarGrid,
  PolarRadiusAxis,
  Radar,
  RadarChart,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import type { Figures } from "../figures";

export function Charts({ axes, bars }: Figures) {
  return (
    <>
      <RadarChart width={480} height={360} data={[...axes]}>
        <PolarGrid />
        <PolarAngleAxis dataKey="name" />
        <PolarRadiusAxis domain={[0, 100]} />
        <Radar dataKey="score" fillOpacity={0.2} isAnimationActive={false} />
        <Radar dataKey="required" fillOpacity={0} isAnimationActive={false} />
        <Tooltip />
      </RadarChart>
      <BarChart width={720} height={900} data={[...bars]} layout="vertical">
        <XAxis type="number" domain={[0, 5]} />
        <YAxis type="category" dataKey="name" width={160} />
        <Bar dataKey="value" isAnimationActive={false} />
        <Bar dataKey="target" isAnimationActive={false} />
        <Tooltip />
      </BarChart>
    </>
  );
}
