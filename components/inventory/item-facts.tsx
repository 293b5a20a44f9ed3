import type { ReactNode } from "react";
import { formatDay } from "@/lib/format/date";
import {
  type InventoryItem,
  KIND_WORDS,
  RISK_CLASS_WORDS,
  STAGE_WORDS,
  VALUE_WORDS,
} from "@/lib/inventory/item";

/** An item to read. */
export function ItemFacts({ item, linked }: { item: InventoryItem; linked: readonly string[] }) {
  const { kind, owner, stage, value, riskClass, reviewedOn, note } = item;
  const process = kind === "process";
  return (
    <dl className="grid max-w-3xl grid-cols-[auto_1fr] gap-x-6 gap-y-2">
      <Fact term="What it is">{KIND_WORDS[kind]}</Fact>
      {process ? null : <Fact term="Stage">{stage ? STAGE_WORDS[stage] : "Open"}</Fact>}
      <Fact term={process ? "Served by" : "Serves"}>
        {linked.length > 0 ? linked.join(", ") : "Nothing yet"}
      </Fact>
      <Fact term="Owner">{owner ?? "Nobody yet"}</Fact>
      <Fact term="Value">{value ? VALUE_WORDS[value] : "Open"}</Fact>
      {process ? null : (
        <Fact term="Risk class">{riskClass ? RISK_CLASS_WORDS[riskClass] : "Not classified"}</Fact>
      )}
      <Fact term="Last review">{reviewedOn ? formatDay(new Date(reviewedOn)) : "None"}</Fact>
      {note ? <Fact term="Note">{note}</Fact> : null}
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{term}</dt>
      <dd className="whitespace-pre-line wrap-anywhere">{children}</dd>
    </>
  );
}
