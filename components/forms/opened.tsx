import { OPENED } from "@/lib/forms/overtaken";

/** Sends along what the form held when it was opened, so that what others store meanwhile is noticed. */
export function Opened({ values }: { values: object }) {
  return <input type="hidden" name={OPENED} value={JSON.stringify(values)} />;
}
