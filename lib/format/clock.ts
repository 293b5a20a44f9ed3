const clock = new Intl.DateTimeFormat("en-US", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

/** `14:02`, where the reader is: for the browser only, the server does not know that place. */
export function formatClock(date: Date): string {
  return clock.format(date);
}
