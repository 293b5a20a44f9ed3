import type { Framework } from "../types";
import { checks } from "./checks";
import { governance } from "./governance";
import { organizational } from "./organizational";
import { process } from "./process";
import { resources } from "./resources";
import { risks } from "./risks";
import { roles, windows } from "./roadmap";
import { technical } from "./technical";

export const aiScaling: Framework = {
  key: "ai-scaling",
  version: "1.0.0",
  title: "AI scaling readiness",
  roles,
  windows,
  areas: [technical, organizational, process, governance, resources],
  risks,
  checks,
};
