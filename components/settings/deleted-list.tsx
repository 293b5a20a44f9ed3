import { ActionForm, type ActionFormState } from "@/components/ui/action-form";
import { Disclosure } from "@/components/ui/disclosure";
import { TitledPanel } from "@/components/ui/panel";
import { type DeletionKind, KIND_TITLES } from "@/lib/deletion/kinds";
import { goneOn } from "@/lib/deletion/retention";
import { formatDay } from "@/lib/format/date";

type Action = (before: ActionFormState, form: FormData) => Promise<ActionFormState>;

type Deleted = {
  id: string;
  kind: DeletionKind;
  name: string;
  deletedAt: Date;
  /** Null for who may only look. */
  actions: { restore: Action; forget: Action } | null;
};

export function DeletedList({ deletions }: { deletions: readonly Deleted[] }) {
  if (deletions.length === 0) return <p>Nothing was deleted lately.</p>;
  return (
    <ul className="flex flex-col gap-4">
      {deletions.map(({ id, kind, name, deletedAt, actions }) => (
        <li key={id}>
          <TitledPanel id={`deleted-${id}`} title={name} className="gap-3">
            <p className="text-muted">
              {KIND_TITLES[kind]}. Deleted {formatDay(deletedAt)}, gone for good after{" "}
              {formatDay(goneOn(deletedAt))}.
            </p>
            {actions ? (
              <>
                <ActionForm action={actions.restore} label="Restore" variant="secondary" />
                <Disclosure summary="Delete for good">
                  <p className="mb-3 max-w-prose">
                    This cannot be undone, except from a backup or an export.
                  </p>
                  <ActionForm action={actions.forget} label="Delete now and for good" variant="danger" />
                </Disclosure>
              </>
            ) : null}
          </TitledPanel>
        </li>
      ))}
    </ul>
  );
}
