import type { Route } from "next";
import { Badge, type Tone } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/text-link";

export type Task = {
  title: string;
  href: Route;
  /** What it holds, or how far it is. */
  detail: string;
  standing: "notStarted" | "inProgress" | "done" | null;
};

const STANDINGS: Record<NonNullable<Task["standing"]>, { words: string; tone: Tone }> = {
  notStarted: { words: "Not started", tone: "neutral" },
  inProgress: { words: "In progress", tone: "accent" },
  done: { words: "Completed", tone: "success" },
};

/** Tasks that may be done in any order. */
export function TaskList({ label, tasks }: { label: string; tasks: readonly Task[] }) {
  return (
    <ul aria-label={label} className="flex flex-col border-t border-line">
      {tasks.map(({ title, href, detail, standing }) => (
        <li
          key={href}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-line py-3"
        >
          <div>
            <TextLink href={href} className="inline-flex min-h-11 items-center text-lg font-medium">
              {title}
            </TextLink>
            <p className="text-muted">{detail}</p>
          </div>
          {standing ? <Badge tone={STANDINGS[standing].tone}>{STANDINGS[standing].words}</Badge> : null}
        </li>
      ))}
    </ul>
  );
}
