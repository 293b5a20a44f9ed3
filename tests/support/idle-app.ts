import { startUp } from "@/lib/server/process/start-up";

// Starts as the app does, and is then asked for nothing.
await startUp(false);
console.log("open");
setInterval(() => undefined, 1000);
