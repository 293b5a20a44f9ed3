const ENTITIES: Record<string, string> = {
  "&quot;": '"',
  "&#x27;": "'",
  "&lt;": "<",
  "&gt;": ">",
  "&amp;": "&",
};
const plain = (text = "") => text.replace(/&(?:quot|#x27|lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? "");

const attribute = (tag: string, name: string) => plain(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]);

const formWith = (html: string, mark: string) =>
  (html.match(/<form[\s\S]*?<\/form>/g) ?? []).find((one) => one.includes(mark));

/** Whether a form of a page holds `mark`. */
export const hasForm = (html: string, mark: string) => formWith(html, mark) !== undefined;

/**
 * Sends the form of a page that holds `mark`, as a browser without script does, with what is `filled` in beside its
 * hidden fields. Gives the answer itself; where it leads stands in its `location`.
 */
export async function sendForm(
  page: string,
  mark: string,
  filled: readonly (readonly [name: string, value: string | File])[] = [],
): Promise<Response> {
  const html = await (await fetch(page)).text();
  const form = formWith(html, mark);
  if (!form) throw new Error(`No form of ${new URL(page).pathname} holds ${mark}.`);
  const data = new FormData();
  for (const [hidden] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/g))
    data.append(attribute(hidden, "name"), attribute(hidden, "value"));
  for (const [name, value] of filled) data.append(name, value);
  const headers = { Origin: new URL(page).origin };
  return fetch(page, { method: "POST", body: data, headers, redirect: "manual" });
}
