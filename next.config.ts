import type { NextConfig } from "next";
import { PHASE_PRODUCTION_BUILD } from "next/constants";
import { BOUNDS } from "./lib/bounds/bounds";

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // `npm test` checks the types; a person who starts the app need not wait for that.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
  // No page has a picture: without this, anybody could have one made smaller.
  images: { unoptimized: true },
  // The guard has refused before what is larger. Files go to a route of their own.
  experimental: {
    serverActions: { bodySizeLimit: BOUNDS.formBytes },
    proxyClientMaxBodySize: BOUNDS.formBytes,
  },
  // Tells the copies that a browser keeps of one build from those of another.
  env: { BUILD_ID: crypto.randomUUID() },
  // Native and file-reading packages stay outside the bundle.
  serverExternalPackages: [
    "better-sqlite3",
    "@prisma/adapter-better-sqlite3",
    "pdfkit",
    "exceljs",
    "piscina",
    "highs",
    "docx",
  ],
};

export default async function configOf(phase: string): Promise<NextConfig> {
  if (phase !== PHASE_PRODUCTION_BUILD) return config;
  const { workerFiles } = await import("./scripts/setup/workers.mjs");
  // For a build that is taken elsewhere with no more than it needs.
  return { ...config, outputFileTracingIncludes: { "/**": await workerFiles() } };
}
