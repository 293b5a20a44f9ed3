import type { Metadata } from "next";
import { Lost } from "@/components/shell/lost";

export const metadata: Metadata = { title: "Page not found" };

export default function NotFound() {
  return <Lost />;
}
