import type { Tone } from "@/components/charts/colors";
import { Matrix } from "@/components/charts/matrix";
import { ActionForm, type ActionFormState } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import { Panel, TitledPanel } from "@/components/ui/panel";
import { formatCount } from "@/lib/format/number";
import { loweringItems } from "@/lib/planning/reading/lowering-items";
import {
  BARRIER_WORDS,
  STANCE_SUMMARIES,
  STANCE_WORDS,
  STEPS,
  type Stakeholder,
  stanceOf,
} from "@/lib/planning/stakeholders";
import { GroupActivities } from "./group-activities";
import type { PlanView } from "./plan-view";
import { PlannedItems } from "./planned-items";
import { StakeholderFields } from "./stakeholder-fields";

type Action = (before: ActionFormState, form: FormData) => Promise<ActionFormState>;
/** Null for who may only look. */
type Actions = Record<"save" | "plan" | "remove", (group: string) => Action> | null;

const INFLUENCE = ["Little", "Some", "Considerable", "Large", "Decisive"];
const SUPPORT = ["Against", "Doubtful", "Neutral", "In favor", "Driving"];

const heading = (words: readonly string[], step: number) => ({
  label: `${step} ${words[step - 1] ?? ""}`,
  short: String(step),
});

/** The more influence and the less support, the more there is to do. */
const toneOf = (influence: number, support: number) => Math.max(0, Math.min(4, influence - support)) as Tone;

/** The map of influence and support, then group by group what is done for it. */
export function Stakeholders({ view, actions }: { view: PlanView; actions: Actions }) {
  const { stakeholders } = view.request;
  const toWin = stakeholders.filter((one) => stanceOf(one) === "win").length;
  return (
    <div className="flex flex-col gap-8">
      {stakeholders.length === 0 ? (
        <p>
          Nobody is on the map yet. Begin with whoever can stop the plan, and whoever has to live with it.
        </p>
      ) : (
        <Matrix
          level={2}
          title={`${toWin} of ${formatCount(stakeholders.length, "group")} to win over`}
          rowTitle="Influence"
          columnTitle="Support"
          rows={STEPS.toReversed().map((step) => heading(INFLUENCE, step))}
          columns={STEPS.map((step) => heading(SUPPORT, step))}
          cells={STEPS.toReversed().map((influence) =>
            STEPS.map((support) => ({
              tone: toneOf(influence, support),
              items: stakeholders
                .filter((one) => one.influence === influence && one.support === support)
                .map(({ group }) => group),
            })),
          )}
          names={{ item: "Group" }}
        />
      )}
      <ul className="grid gap-4 lg:grid-cols-2">
        {stakeholders.map((stakeholder, place) => (
          <li key={stakeholder.group} className="flex">
            <Group view={view} stakeholder={stakeholder} place={place} actions={actions} />
          </li>
        ))}
      </ul>
      {actions ? (
        <TitledPanel id="add-title" title="Add a group" className="gap-4">
          {/* What was added is another form: this one begins anew. */}
          <ActionForm key={stakeholders.length} action={actions.save("")} label="Add">
            <StakeholderFields prefix="new" />
          </ActionForm>
        </TitledPanel>
      ) : null}
    </div>
  );
}

function Group({
  view,
  stakeholder,
  place,
  actions,
}: {
  view: PlanView;
  stakeholder: Stakeholder;
  place: number;
  actions: Actions;
}) {
  const { group, influence, support, barrier, engagement, owner } = stakeholder;
  const stance = stanceOf(stakeholder);
  return (
    <Panel aria-label={group} className="flex flex-1 flex-col gap-3">
      <h2 className="flex flex-wrap items-center gap-3 text-lg font-semibold">
        {group}
        <Badge tone={stance === "win" ? "warning" : "neutral"}>{STANCE_WORDS[stance]}</Badge>
      </h2>
      <p className="text-muted">
        Influence {influence} of 5, support {support} of 5{owner ? `, looked after by ${owner}` : ""}.{" "}
        {STANCE_SUMMARIES[stance]}
      </p>
      {engagement ? <p className="whitespace-pre-line">{engagement}</p> : null}
      {barrier ? (
        <div>
          <h3 className="font-semibold">{BARRIER_WORDS[barrier]}</h3>
          <PlannedItems view={view} items={loweringItems(stakeholder, view.plan)} />
        </div>
      ) : null}
      <GroupActivities
        view={view}
        stakeholder={stakeholder}
        prefix={`activities-${place}`}
        action={actions?.plan(group) ?? null}
      />
      {actions ? (
        <div className="flex flex-col items-start">
          <Disclosure summary={`Change ${group}`}>
            <ActionForm action={actions.save(group)} label="Store" variant="secondary">
              <StakeholderFields prefix={`group-${place}`} stakeholder={stakeholder} />
            </ActionForm>
          </Disclosure>
          <ActionForm action={actions.remove(group)} label={`Take ${group} off the map`} variant="danger" />
        </div>
      ) : null}
    </Panel>
  );
}
