import type { NextConfig } from "next";

const config: NextConfig = {
  turbopack: { root: `${import.meta.dirname}/../..` },
  serverExternalPackages: ["better-sqlite3"],
};

export default config;
