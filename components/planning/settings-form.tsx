import type { Route } from "next";
import { Button, ButtonLink } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import type { PlanFormValues } from "@/lib/planning/requests/plan-form";
import { PlanFields } from "./plan-fields";

/** Asks for a look at what other settings would make of a plan: nothing is stored by it. */
export function SettingsForm({
  action,
  values,
  fields,
  roles,
  technology,
  cancelHref,
}: {
  /** Where the difference is shown. */
  action: string;
  values: PlanFormValues;
  fields: Record<string, string>;
  roles: readonly { key: string; title: string }[];
  technology: readonly { key: string; title: string }[];
  cancelHref: Route;
}) {
  const errors = Object.entries(fields).map(([id, message]) => ({ id, message }));
  return (
    <form action={action} noValidate className="flex max-w-2xl flex-col gap-8">
      <ErrorSummary title="Check these fields" errors={errors} />
      <input type="hidden" name="do" value="settings" />
      <PlanFields
        values={values}
        fields={fields}
        roles={roles}
        technology={technology}
        anyPhase="As it is for each unit"
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit">See what changes</Button>
        <ButtonLink href={cancelHref} variant="secondary">
          Cancel
        </ButtonLink>
      </div>
    </form>
  );
}
