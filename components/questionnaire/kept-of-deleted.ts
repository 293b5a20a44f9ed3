import { isUnsent } from "@/lib/answer-queue/entry";
import { BOUNDS } from "@/lib/bounds/bounds";
import { browserStore } from "./browser-store";
import { apiRoot } from "./send-change";

const PAGE = /^\/([^/]+)\/assessments\/([^/]+)\//;
const ANSWER = /^answers:1:([^:]+):(.+:)?unsent:/;
const KEPT = "answers:1:";

/** What a person typed that the app does not have, and that no page shows any more. */
export type Unsent = { count: number; discard: () => Promise<void> };

/**
 * Of assessments that are no longer here this browser keeps neither pages nor answers, also not of those that another
 * one has deleted. What was never sent stays: a deleted draft can be restored.
 */
export async function forgetDeleted(organization: string): Promise<Unsent> {
  const pages = await navigator.locks.request("copies", () => keptPages(organization));
  const answers = await browserStore.entries(KEPT);
  const all = [...pages.map(({ assessment }) => assessment), ...answers.map(([key]) => assessmentOf(key))];
  const gone = await deletedOf(organization, [...new Set(all)].slice(0, BOUNDS.askedAfter));

  await Promise.all(pages.filter(({ assessment }) => gone.has(assessment)).map(({ forget }) => forget()));
  const ofGone = answers.filter(([key]) => gone.has(assessmentOf(key)));
  const unsent = ofGone.filter(([key, text]) => !ANSWER.test(key) || isUnsent(JSON.parse(text)));
  const remove = (some: typeof answers) =>
    Promise.all(some.map(([key, text]) => browserStore.remove(key, text)));
  await remove(ofGone.filter((entry) => !unsent.includes(entry)));
  return {
    count: unsent.length,
    async discard() {
      await remove(unsent);
    },
  };
}

const assessmentOf = (key: string) => key.slice(KEPT.length).split(":", 1)[0] ?? "";

type KeptPage = { assessment: string; forget: () => Promise<boolean> };

/** Called with the lock that `questionnaire-worker.js` takes: what it deletes meanwhile would be opened again. */
async function keptPages(organization: string): Promise<KeptPage[]> {
  const kept: KeptPage[] = [];
  for (const name of await caches.keys()) {
    const copies = await caches.open(name);
    for (const request of await copies.keys()) {
      const [, slug, assessment] = PAGE.exec(new URL(request.url).pathname) ?? [];
      if (slug !== organization || assessment === undefined) continue;
      kept.push({ assessment, forget: () => copies.delete(request) });
    }
  }
  return kept;
}

/** None when the app does not answer, or not as it should: only its own word counts. */
async function deletedOf(organization: string, assessments: readonly string[]): Promise<Set<string>> {
  if (assessments.length === 0) return new Set();
  const query = new URLSearchParams(assessments.map((id) => ["id", id]));
  const response = await fetch(`${apiRoot(organization)}/assessments?${query}`);
  if (!response.ok) return new Set();
  const { present }: { present: readonly string[] } = await response.json();
  return new Set(assessments.filter((id) => !present.includes(id)));
}
