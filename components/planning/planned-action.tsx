import type { ReactNode } from "react";
import { ActionForm, type ActionFormState } from "@/components/ui/action-form";
import { Button, ButtonLink } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { TitledPanel } from "@/components/ui/panel";
import { formatCount, formatLevel } from "@/lib/format/number";
import { capabilityTitle } from "@/lib/framework/lookup";
import type { PlanItem } from "@/lib/planning/plan";
import { splitForm } from "@/lib/planning/requests/split-form";
import { weeksInWords } from "@/lib/planning/weeks";
import { changeHref, datesOf, type PlanView, planHref, roleTitle } from "./plan-view";
import { PlannedItems } from "./planned-items";
import { SplitForm } from "./split-form";

type PlannedActionProps = {
  view: PlanView;
  item: PlanItem;
  assign: (before: ActionFormState, form: FormData) => Promise<ActionFormState>;
};

/** One action: what it is, what it hangs on, and what can be changed. */
export function PlannedAction({ view, item, assign }: PlannedActionProps) {
  const action = view.lookup.actions.get(item.action);
  const own = view.plan.items.filter(({ unit }) => unit === item.unit);
  const comesAfter = (later: PlanItem, earlier: PlanItem) => {
    const one = view.lookup.actions.get(later.action);
    const before = view.lookup.actions.get(earlier.action);
    const nextLevel = later.capability === earlier.capability && one?.from === before?.to;
    return nextLevel || Boolean(one?.after.includes(earlier.action));
  };
  return (
    <div className="flex flex-col gap-8">
      <dl className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <Fact name="When">
          {weeksInWords(item)}: {datesOf(view, item)}
          {item.locked ? ", locked" : ""}
        </Fact>
        <Fact name="Done when">{action?.done ?? ""}</Fact>
        <Fact name="Raises">
          {capabilityTitle(view.lookup, item.capability)} from level {action?.from} to {action?.to}
        </Fact>
        <Fact name="Work">
          {formatCount(item.personWeeks, "person-week")}
          {item.parts ? ` (${item.parts.map((part) => formatLevel(part.personWeeks)).join(" + ")})` : ""},{" "}
          {roleTitle(view, item.role)}
        </Fact>
        <Fact name="Comes after">
          <PlannedItems view={view} items={own.filter((other) => comesAfter(item, other))} />
        </Fact>
        <Fact name="Comes before">
          <PlannedItems view={view} items={own.filter((other) => comesAfter(other, item))} />
        </Fact>
      </dl>
      {item.critical ? (
        <p>It is critical: a week later would delay what follows it, up to the end of the plan.</p>
      ) : null}
      {view.mayEdit ? <Changes view={view} item={item} assign={assign} /> : null}
    </div>
  );
}

function Changes({ view, item, assign }: PlannedActionProps) {
  const { unit, action } = item;
  return (
    <div className="grid gap-4 lg:grid-cols-3">
      <TitledPanel id="move-title" title="Another week" className="gap-4">
        <form
          action={`${planHref(view.organization, view.id)}/change`}
          className="flex flex-col items-start gap-4"
        >
          <input type="hidden" name="do" value="move" />
          <input type="hidden" name="unit" value={unit} />
          <input type="hidden" name="action" value={action} />
          <TextField
            id="week"
            name="week"
            label="First week"
            hint={
              item.parts
                ? "All its parts move along, and all else goes around them."
                : "It is locked there, and all else goes around it."
            }
            type="number"
            min={1}
            max={view.request.weeks}
            defaultValue={item.startWeek}
            required
          />
          <Button type="submit" variant="secondary">
            See what changes
          </Button>
        </form>
        {item.locked ? (
          <ButtonLink
            href={changeHref(view, { do: "release", unit, action })}
            prefetch={false}
            variant="secondary"
          >
            Unlock
          </ButtonLink>
        ) : null}
      </TitledPanel>
      <TitledPanel id="assign-title" title="Who does it" className="gap-4">
        <ActionForm action={assign} label="Store" variant="secondary">
          <TextField
            id="person"
            name="person"
            label="Name"
            hint="Empty: nobody in particular. No weeks change."
            autoComplete="off"
            defaultValue={item.person ?? ""}
          />
        </ActionForm>
      </TitledPanel>
      <TitledPanel id="drop-title" title="Leave it out" className="items-start gap-4">
        <p>What comes after it is left out too. You see what changes first.</p>
        <ButtonLink
          href={changeHref(view, { do: "drop", unit, action })}
          prefetch={false}
          variant="secondary"
        >
          See the plan without it
        </ButtonLink>
      </TitledPanel>
      <div className="lg:col-span-3">
        <TitledPanel
          id="split-title"
          title={item.parts ? "Its parts" : "Split it into parts"}
          className="items-start gap-4"
        >
          <SplitForm view={view} item={item} values={splitForm(item)} fields={{}} />
          {item.parts ? (
            <ButtonLink
              href={changeHref(view, { do: "join", unit, action })}
              prefetch={false}
              variant="secondary"
            >
              Join the parts
            </ButtonLink>
          ) : null}
        </TitledPanel>
      </div>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-muted">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
