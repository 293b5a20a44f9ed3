import { type MigrateOptions, migrate } from "@/lib/server/db/migrate";

const options: MigrateOptions = JSON.parse(process.argv[2] ?? "");
console.log("migrating");
await migrate(options, new Date());
