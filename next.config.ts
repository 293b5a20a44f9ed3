import type { NextConfig } from "next";

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // `npm test` checks the types; a person who starts the app need not wait for that.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
  // Tells the copies that a browser keeps of one build from those of another.
  env: { BUILD_ID: crypto.randomUUID() },
  // Native and file-reading packages stay outside the bundle.
  serverExternalPackages: ["better-sqlite3", "@prisma/adapter-better-sqlite3", "pdfkit", "exceljs"],
};

export default config;
