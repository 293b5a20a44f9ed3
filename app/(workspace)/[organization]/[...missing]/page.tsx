import type { Metadata } from "next";
import { notFound } from "next/navigation";

export const metadata: Metadata = { title: "Page not found" };

/** Any other address of an organization, so that the page that says so keeps the navigation. */
export default function MissingPage() {
  notFound();
}
