import { TextLink } from "@/components/ui/text-link";
import type { PlanItem } from "@/lib/planning/plan";
import { weeksInWords } from "@/lib/planning/weeks";
import { actionTitle, itemHref, type PlanView } from "./plan-view";

/** Actions of the plan with their weeks, each leading to its page. */
export function PlannedItems({ view, items }: { view: PlanView; items: readonly PlanItem[] }) {
  if (items.length === 0) return "Nothing in this plan";
  return (
    <ul>
      {items.map((item) => (
        <li key={item.action}>
          <TextLink href={itemHref(view, item)} prefetch={false} className="inline-block py-2">
            {actionTitle(view, item)}
          </TextLink>{" "}
          <span className="text-muted">({weeksInWords(item)})</span>
        </li>
      ))}
    </ul>
  );
}
