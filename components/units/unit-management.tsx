import { ActionForm, type ActionFormState } from "@/components/ui/action-form";
import { Disclosure } from "@/components/ui/disclosure";
import { Select } from "@/components/ui/field";
import { Options } from "@/components/ui/options";
import { RETENTION_DAYS } from "@/lib/deletion/retention";
import { contentsInWords, type UnitContents } from "@/lib/organization-file/unit-contents";
import type { ParentOption } from "./unit-form";

type Action = (before: ActionFormState, form: FormData) => Promise<ActionFormState>;

export function MoveUnit({
  action,
  parentId,
  parents,
}: {
  action: Action;
  parentId: string | null;
  parents: readonly ParentOption[];
}) {
  return (
    <Disclosure summary="Move in the tree">
      <ActionForm action={action} label="Move" variant="secondary">
        <div className="w-full max-w-xl">
          <Select
            key={parentId}
            id="parentId"
            name="parentId"
            label="Belongs to"
            hint="Units below move along."
            defaultValue={parentId ?? ""}
          >
            <option value="">None: at the top</option>
            <Options options={parents} />
          </Select>
        </div>
      </ActionForm>
    </Disclosure>
  );
}

/** What goes with a unit, in words. */
export function DeleteUnit({ action, contents }: { action: Action; contents: UnitContents }) {
  const { units } = contents;
  return (
    <Disclosure summary="Delete">
      <p className="max-w-prose">This goes, and leaves every list, result and comparison:</p>
      <ul className="my-2 list-disc pl-5">
        {contentsInWords(contents).map((what) => (
          <li key={what}>{what}</li>
        ))}
      </ul>
      <p className="mb-3 max-w-prose">It can be restored in the settings for {RETENTION_DAYS} days.</p>
      <ActionForm
        action={action}
        label={units === 1 ? "Delete the unit" : `Delete ${units} units`}
        variant="danger"
      />
    </Disclosure>
  );
}

export function ArchiveUnit({ action, below }: { action: Action; below: number }) {
  return (
    <Disclosure summary="Archive">
      <p className="mb-3 max-w-prose">
        {below === 0
          ? "Puts this unit away."
          : `Puts this unit away, and the ${below === 1 ? "unit" : `${below} units`} below it.`}{" "}
        Assessments and results stay, but take no part in comparisons. You can restore it at any time.
      </p>
      <ActionForm
        action={action}
        label={below === 0 ? "Archive the unit" : `Archive ${below + 1} units`}
        variant="danger"
      />
    </Disclosure>
  );
}
