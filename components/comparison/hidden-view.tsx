import type { View } from "@/lib/comparison/view";
import { viewQuery } from "./view-address";

/** What a form without script must send along, so that the rest of the view stays as it is. */
export function HiddenView({ view, except }: { view: View; except: readonly (keyof View)[] }) {
  const entries = [...new URLSearchParams(viewQuery(view))];
  return entries
    .filter(([key]) => !except.some((other) => other === key))
    .map(([key, value]) => <input key={`${key}=${value}`} type="hidden" name={key} value={value} />);
}
