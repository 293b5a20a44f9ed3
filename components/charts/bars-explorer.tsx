"use client";

import type { ReactNode } from "react";
import type { BarsLiveProps } from "./bars-live";
import { ExploreBox } from "./explore-box";

const load = () => import("./bars-live").then((module) => module.BarsLive);

export function BarsExplorer({ children, ...data }: BarsLiveProps & { children: ReactNode }) {
  return (
    <ExploreBox load={load} data={data}>
      {children}
    </ExploreBox>
  );
}
