import { ActionForm, type ActionFormState } from "@/components/ui/action-form";
import { DownloadLink } from "@/components/ui/button";
import { TitledPanel } from "@/components/ui/panel";
import { formatDay } from "@/lib/format/date";
import { formatCount } from "@/lib/format/number";
import { LocalTime } from "./local-time";
import { ReloadWhile } from "./reload-while";

type Listed = {
  id: string;
  fileName: string;
  status: "waiting" | "ready" | "failed";
  /** What `done` and `total` count. */
  counted: "assessment" | "unit";
  done: number;
  total: number;
  fault: string | null;
  createdAt: Date;
  href: string;
  /** Null for who may only look. */
  drop: ((before: ActionFormState, form: FormData) => Promise<ActionFormState>) | null;
};

export function ExportList({ exports }: { exports: readonly Listed[] }) {
  if (exports.length === 0) return <p>Nothing was exported lately.</p>;
  return (
    <>
      <ReloadWhile active={exports.some(({ status }) => status === "waiting")} />
      <ul className="flex flex-col gap-4">
        {exports.map((one) => (
          <li key={one.id}>
            <TitledPanel id={`export-${one.id}`} title={one.fileName} className="items-start gap-3">
              <p className="text-muted">
                Asked for on {formatDay(one.createdAt)}
                <LocalTime at={one.createdAt.getTime()} />
              </p>
              <State {...one} />
              <div className="flex flex-wrap gap-3">
                {one.status === "ready" ? <DownloadLink href={one.href}>Download</DownloadLink> : null}
                {one.drop ? (
                  <ActionForm
                    action={one.drop}
                    label={one.status === "waiting" ? "Cancel" : "Remove"}
                    variant="secondary"
                  />
                ) : null}
              </div>
            </TitledPanel>
          </li>
        ))}
      </ul>
    </>
  );
}

function State({ id, status, counted, done, total, fault }: Listed) {
  if (status === "ready") return <p>Ready.</p>;
  if (status === "failed") {
    return (
      <p className="text-danger">
        This file could not be written{fault ? `: ${fault}` : ""}. Nothing of it was kept. Export once more.
      </p>
    );
  }
  if (total === 0) return <p>Waiting for its turn.</p>;
  return (
    <div className="flex w-full max-w-md flex-col gap-1">
      <label htmlFor={`progress-${id}`}>
        {done} of {formatCount(total, counted)} written
      </label>
      <progress id={`progress-${id}`} value={done} max={total} className="w-full accent-accent" />
    </div>
  );
}
