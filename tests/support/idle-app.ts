import { db } from "@/lib/server/db/client";

// Opens the database as the app does when it starts, and then does nothing.
await db.$connect();
console.log("open");
setInterval(() => undefined, 1000);
