import { Callout } from "./callout";

/** Says what was just done, where the address says so and the words for it are known. */
export function DoneMessage({
  done,
  words,
}: {
  done: string | string[] | undefined;
  words: Readonly<Record<string, string>>;
}) {
  const text = Object.entries(words).find(([key]) => key === done)?.[1];
  return text ? (
    <div role="status" className="mb-6">
      <Callout tone="success" title={text} />
    </div>
  ) : null;
}
