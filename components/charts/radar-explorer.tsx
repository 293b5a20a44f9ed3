"use client";

import type { ReactNode } from "react";
import { ExploreBox } from "./explore-box";
import type { RadarLiveProps } from "./radar-live";

const load = () => import("./radar-live").then((module) => module.RadarLive);

export function RadarExplorer({ children, ...data }: RadarLiveProps & { children: ReactNode }) {
  return (
    <ExploreBox load={load} data={data}>
      {children}
    </ExploreBox>
  );
}
