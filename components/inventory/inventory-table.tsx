import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { TextLink } from "@/components/ui/text-link";
import { formatDay } from "@/lib/format/date";
import { firstOf } from "@/lib/format/names";
import { CONCERN_WORDS, type Concern } from "@/lib/inventory/concerns";
import {
  type InventoryItem,
  KIND_WORDS,
  RISK_CLASS_WORDS,
  STAGE_WORDS,
  VALUE_WORDS,
} from "@/lib/inventory/item";

export type ListedItem = InventoryItem & {
  unitName: string;
  /** Names of the processes it serves, or of what serves it. */
  linked: readonly string[];
  concerns: readonly Concern[];
};

const NAMES_MAX = 3;

export function InventoryTable({ href, rows }: { href: string; rows: readonly ListedItem[] }) {
  return (
    <DataTable label="Inventory" stacked>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Unit</th>
          <th scope="col">Stage</th>
          <th scope="col">Serves</th>
          <th scope="col">Owner</th>
          <th scope="col">Value</th>
          <th scope="col">Risk class</th>
          <th scope="col">Last review</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row" className="min-w-48 wrap-anywhere">
              <TextLink href={`${href}/${row.id}`} prefetch={false} className="inline-block py-2">
                {row.name}
              </TextLink>
              <span className="block text-sm font-normal text-muted">{KIND_WORDS[row.kind]}</span>
              {row.concerns.length > 0 ? (
                <span className="mt-1 flex flex-wrap gap-1">
                  {row.concerns.map((concern) => (
                    <Badge key={concern} tone={concern === "prohibited" ? "danger" : "warning"}>
                      {CONCERN_WORDS[concern]}
                    </Badge>
                  ))}
                </span>
              ) : null}
            </th>
            <td data-label="Unit" className="min-w-32 wrap-break-word">
              {row.unitName}
            </td>
            <td data-label="Stage">{row.stage ? STAGE_WORDS[row.stage] : "–"}</td>
            <td data-label="Serves" className="wide min-w-40 wrap-anywhere">
              <Linked {...row} />
            </td>
            <td data-label="Owner" className="min-w-32 wrap-break-word">
              {row.owner ?? "–"}
            </td>
            <td data-label="Value">{row.value ? VALUE_WORDS[row.value] : "–"}</td>
            <td data-label="Risk class">{row.riskClass ? RISK_CLASS_WORDS[row.riskClass] : "–"}</td>
            <td data-label="Last review" className="min-w-32">
              {row.reviewedOn ? formatDay(new Date(row.reviewedOn)) : "–"}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function Linked({ kind, linked }: ListedItem) {
  if (linked.length === 0) return kind === "process" ? "Not served yet" : "–";
  const names = firstOf(linked, NAMES_MAX);
  return kind === "process" ? `Served by ${names}` : names;
}
