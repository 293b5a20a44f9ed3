import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";

// `prisma generate` insists on an engine binary it never runs; Node itself stands in, so nothing is downloaded.
process.env.PRISMA_SCHEMA_ENGINE_BINARY = process.execPath;
process.env.CHECKPOINT_DISABLE = "1";

const prisma = createRequire(import.meta.url).resolve("prisma/build/index.js");
const { status } = spawnSync(process.execPath, [prisma, "generate", "--no-hints"], { stdio: "inherit" });
process.exitCode = status ?? 1;
