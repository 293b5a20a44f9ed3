import { randomUUID } from "node:crypto";
import { exportEverything } from "@/tests/support/export-everything";
import { type Heavy, heaviest, lookAt } from "@/tests/support/heaviest";
import { HOME } from "@/tests/support/page-addresses";
import { sendForm } from "@/tests/support/send-form";

/**
 * Asks an app for heavy work, of the kind whose place it is told: in a process of its own, so that what sending 30 MB
 * costs the sender does not count as waiting of those who save meanwhile.
 */
const UUID = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g;
const [origin = "", bytes] = process.argv.slice(2);
const all = [...heaviest(Number(bytes)), ...(await ofOrganizationFile())];

process.on("message", async (place: number) => {
  const response = await all[place]?.ask(`${origin}${HOME}`);
  await response?.arrayBuffer();
  process.send?.("done");
});
process.send?.(all.map(({ name }) => name));

/** Of the app's own export, all of it new. */
async function ofOrganizationFile(): Promise<Heavy[]> {
  const ids = new Map<string, string>();
  const text = (await exportEverything(origin)).replace(UUID, (id) => {
    const fresh = ids.get(id) ?? randomUUID();
    ids.set(id, fresh);
    return fresh;
  });
  const file = new File([text], "organization.json");
  const look = lookAt("organization", file);
  return [
    { name: "a look at an organization's file", ask: look },
    {
      name: "an import of an organization's file",
      ask: async (home) => sendForm((await look(home)).url, ">Import<"),
    },
  ];
}
