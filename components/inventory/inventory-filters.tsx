import { Button } from "@/components/ui/button";
import { Checkbox, Select, TextField } from "@/components/ui/field";
import { Options } from "@/components/ui/options";
import { TextLink } from "@/components/ui/text-link";
import { KIND_WORDS, KINDS, RISK_CLASS_WORDS, RISK_CLASSES, STAGE_WORDS, STAGES } from "@/lib/inventory/item";
import type { InventoryView } from "@/lib/inventory/view";

type Option = { id: string; label: string };

const options = <Key extends string>(keys: readonly Key[], words: Record<Key, string>): Option[] =>
  keys.map((id) => ({ id, label: words[id] }));

/** A plain form: what it asks for stands in the address, so that it can be shared and works without script. */
export function InventoryFilters({
  action,
  view,
  units,
}: {
  action: string;
  view: InventoryView;
  units: readonly Option[];
}) {
  const { find, unit, kind, stage, risk, concern } = view;
  const filtered =
    find !== "" || unit !== null || kind !== null || stage !== null || risk !== null || concern;
  return (
    <search className="print:hidden">
      <form action={action} className="flex flex-col gap-4">
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          <TextField
            key={`find ${find}`}
            id="find"
            name="find"
            type="search"
            label="Find by name, owner or note"
            defaultValue={find}
          />
          <Choice name="unit" label="Unit, with all below it" all="All units" chosen={unit} options={units} />
          <Choice
            name="kind"
            label="What it is"
            all="All"
            chosen={kind}
            options={options(KINDS, KIND_WORDS)}
          />
          <Choice
            name="stage"
            label="Stage"
            all="All stages"
            chosen={stage}
            options={options(STAGES, STAGE_WORDS)}
          />
          <Choice
            name="risk"
            label="Risk class"
            all="All risk classes"
            chosen={risk}
            options={[...options(RISK_CLASSES, RISK_CLASS_WORDS), { id: "none", label: "Not classified" }]}
          />
          <div className="self-end">
            <Checkbox
              key={`concern ${concern}`}
              id="concern"
              name="concern"
              value="true"
              label="Only what needs attention"
              defaultChecked={concern}
            />
          </div>
        </div>
        <div className="flex flex-wrap items-center gap-4">
          <Button type="submit" variant="secondary">
            Show
          </Button>
          {filtered ? (
            <TextLink href={action} className="inline-flex min-h-11 items-center">
              Remove all filters
            </TextLink>
          ) : null}
        </div>
      </form>
    </search>
  );
}

function Choice({
  name,
  label,
  all,
  chosen,
  options,
}: {
  name: string;
  label: string;
  all: string;
  chosen: string | null;
  options: readonly Option[];
}) {
  return (
    <Select key={`${name} ${chosen}`} id={name} name={name} label={label} defaultValue={chosen ?? ""}>
      <option value="">{all}</option>
      <Options options={options} />
    </Select>
  );
}
