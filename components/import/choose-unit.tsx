import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/field";
import { Options } from "@/components/ui/options";
import type { ParentOption } from "@/components/units/unit-form";

/** A plain form: the choice stands in the address, and the page shows what it changes. */
export function ChooseUnit({
  units,
  chosen,
}: {
  units: readonly ParentOption[];
  chosen: string | undefined;
}) {
  return (
    <form method="get" className="flex max-w-xl flex-col items-start gap-4">
      <div className="w-full">
        <Select key={chosen} id="unit" name="unit" label="Take them for" defaultValue={chosen ?? ""}>
          <option value="">The units that have their names</option>
          <Options options={units} />
        </Select>
      </div>
      <Button type="submit" variant="secondary">
        Show what that does
      </Button>
    </form>
  );
}
