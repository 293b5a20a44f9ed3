import path from "node:path";
import { createMigration } from "@/lib/server/db/new-migration";

const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error("Usage: npm run db:migration -- NAME, in lower case with underscores.");
  process.exit(1);
}

const directory = await createMigration(
  {
    name,
    schemaFile: path.resolve("prisma/schema.prisma"),
    migrationsDirectory: path.resolve("prisma/migrations"),
  },
  new Date(),
);
console.log(directory ? `Wrote ${directory}` : "The migrations already lead to the schema.");
