import type { NextConfig } from "next";
import { BODY_BYTES_MAX } from "./lib/import/upload";

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // `npm test` checks the types; a person who starts the app need not wait for that.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
  // No page has a picture: without this, anybody could have one made smaller.
  images: { unoptimized: true },
  // Room for the files of an import, and for what a form puts around them; what is larger is refused before.
  experimental: {
    serverActions: { bodySizeLimit: BODY_BYTES_MAX },
    proxyClientMaxBodySize: BODY_BYTES_MAX,
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

export default config;
