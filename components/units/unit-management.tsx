import { ActionForm, type ActionFormState } from "@/components/ui/action-form";
import { Disclosure } from "@/components/ui/disclosure";
import { Select } from "@/components/ui/field";
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
            {parents.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </Select>
        </div>
      </ActionForm>
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
