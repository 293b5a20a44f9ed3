import { ActionForm, type ActionFormState } from "@/components/ui/action-form";
import { Disclosure } from "@/components/ui/disclosure";
import { TextField } from "@/components/ui/field";
import { PageSection } from "@/components/ui/page-section";
import { formatDay } from "@/lib/format/date";
import { firstOf } from "@/lib/text/length";

type Action = (before: ActionFormState, form: FormData) => Promise<ActionFormState>;

/** A sponsor signs the plan as it stands; from then on it does not change. */
export function SignOff({
  signed,
  unplaced,
  action,
}: {
  signed: { by: string; at: Date } | null;
  /** How many actions have no place. */
  unplaced: number;
  /** Null for who may not sign. */
  action: Action | null;
}) {
  return (
    <PageSection
      id="sign-off"
      title="Sign-off"
      lead="A plan that is signed off does not change any more. Copy it to go on with it."
    >
      {signed ? (
        <p>
          Signed off by <b>{signed.by}</b> on {formatDay(signed.at)}.
        </p>
      ) : action ? (
        <ActionForm action={action} label="Sign off this plan">
          {unplaced > 0 ? (
            <p className="max-w-prose">
              {unplaced} of the actions that the target asks for are not in the plan. Whoever signs accepts
              that.
            </p>
          ) : null}
          <TextField
            id="by"
            name="by"
            label="Name of who signs"
            hint="It stands on the plan and in its files."
            autoComplete="name"
            required
          />
        </ActionForm>
      ) : (
        <p>Not signed off yet.</p>
      )}
    </PageSection>
  );
}

/** What is done with a plan as a whole. */
export function PlanManagement({
  name,
  actions: { rename, copy, remove },
}: {
  name: string;
  actions: { rename: Action | null; copy: Action; remove: Action };
}) {
  return (
    <section aria-labelledby="manage-title" className="flex flex-col items-start print:hidden">
      <h2 id="manage-title" className="text-xl font-semibold">
        The plan as a whole
      </h2>
      {rename ? (
        <Disclosure summary="Rename">
          <ActionForm action={rename} label="Rename" variant="secondary">
            <TextField
              id="rename-name"
              name="name"
              label="Name"
              defaultValue={name}
              autoComplete="off"
              required
            />
          </ActionForm>
        </Disclosure>
      ) : null}
      <Disclosure summary="Copy">
        <ActionForm action={copy} label="Copy" variant="secondary">
          <TextField
            id="copy-name"
            name="name"
            label="Name of the copy"
            defaultValue={`${firstOf(name, 90)}, copy`}
            autoComplete="off"
            required
          />
        </ActionForm>
      </Disclosure>
      <Disclosure summary="Delete">
        <ActionForm action={remove} label="Delete this plan" variant="danger">
          <p className="max-w-prose">You can restore it for 30 days in Settings, Recently deleted.</p>
        </ActionForm>
      </Disclosure>
    </section>
  );
}
