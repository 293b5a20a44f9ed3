import type { Metadata } from "next";
import { UnitLost } from "@/components/units/unit-lost";

export const metadata: Metadata = { title: "Page not found" };

export default function NotFound() {
  return <UnitLost />;
}
