import { Disclosure } from "@/components/ui/disclosure";
import { TextLink } from "@/components/ui/text-link";
import { formatDay } from "@/lib/format/date";
import {
  type AttentionGroup,
  type AttentionItem,
  type AttentionKind,
  OPEN_DAYS_MAX,
  STALE_MONTHS,
} from "@/lib/home/attention";

const TITLES: Record<AttentionKind, string> = {
  gatingGap: "Not ready because of a gating gap",
  insufficientEvidence: "Insufficient evidence",
  secondLook: "Answers that need a second look",
  onHold: "On hold",
  openLong: `Open for more than ${OPEN_DAYS_MAX} days`,
  stale: `Last assessed more than ${STALE_MONTHS} months ago`,
};

const SINCE_WORDS: Partial<Record<AttentionKind, string>> = {
  onHold: "since",
  openLong: "begun",
  stale: "submitted",
};

/** Shown at once; the rest of a group is folded, and only so many of it. */
const ITEMS_SHOWN = 3;
const ITEMS_FOLDED = 50;
const REASONS_SHOWN = 2;

export function AttentionList({
  organization,
  groups,
}: {
  organization: string;
  groups: readonly AttentionGroup[];
}) {
  return (
    <section aria-labelledby="attention-title" className="flex flex-col gap-4">
      <h2 id="attention-title" className="text-xl font-semibold">
        Needs attention
      </h2>
      {groups.length === 0 ? (
        <p className="text-muted">Nothing does at the moment.</p>
      ) : (
        <div className="gap-x-10 md:columns-2">
          {groups.map(({ kind, items }) => (
            <section key={kind} aria-labelledby={`attention-${kind}`} className="mb-6 break-inside-avoid">
              <h3 id={`attention-${kind}`} className="font-semibold">
                {TITLES[kind]}: {items.length}
              </h3>
              <Items organization={organization} kind={kind} items={items.slice(0, ITEMS_SHOWN)} />
              {items.length > ITEMS_SHOWN ? (
                <Disclosure summary={`${items.length - ITEMS_SHOWN} more`}>
                  <Items
                    organization={organization}
                    kind={kind}
                    items={items.slice(ITEMS_SHOWN, ITEMS_SHOWN + ITEMS_FOLDED)}
                  />
                  <Rest
                    organization={organization}
                    kind={kind}
                    count={items.length - ITEMS_SHOWN - ITEMS_FOLDED}
                  />
                </Disclosure>
              ) : null}
            </section>
          ))}
        </div>
      )}
    </section>
  );
}

function Items({
  organization,
  kind,
  items,
}: {
  organization: string;
  kind: AttentionKind;
  items: readonly AttentionItem[];
}) {
  return (
    <ul className="divide-y divide-line">
      {items.map((item) => (
        <li key={item.assessmentId} className="py-2">
          <ItemLink organization={organization} kind={kind} item={item} />
          {item.since ? (
            <span className="text-muted">
              {" "}
              {SINCE_WORDS[kind]} {formatDay(item.since)}
            </span>
          ) : null}
          {item.reasons.slice(0, REASONS_SHOWN).map((reason) => (
            <span key={reason} className="block text-muted">
              {reason}
            </span>
          ))}
          {item.reasons.length > REASONS_SHOWN ? (
            <span className="block text-muted">and {item.reasons.length - REASONS_SHOWN} more</span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** Where the items of a group that are not listed here are found. */
const ALL: Record<AttentionKind, { path: string; words: string }> = {
  gatingGap: { path: "compare?verdict=notReady", words: "all that are not ready" },
  insufficientEvidence: { path: "compare?verdict=insufficientEvidence", words: "all of them" },
  secondLook: { path: "units", words: "all units" },
  onHold: { path: "assessments", words: "all assessments" },
  openLong: { path: "assessments", words: "all assessments" },
  stale: { path: "units", words: "all units" },
};

function Rest({ organization, kind, count }: { organization: string; kind: AttentionKind; count: number }) {
  if (count <= 0) return null;
  const { path, words } = ALL[kind];
  return (
    <p>
      And {count} more: see <TextLink href={`/${organization}/${path}`}>{words}</TextLink>.
    </p>
  );
}

function ItemLink({
  organization,
  kind,
  item: { assessmentId, unitId, unitName },
}: {
  organization: string;
  kind: AttentionKind;
  item: AttentionItem;
}) {
  if (kind === "stale") return <TextLink href={`/${organization}/units/${unitId}`}>{unitName}</TextLink>;
  if (kind === "onHold" || kind === "openLong") {
    return <TextLink href={`/${organization}/assessments/${assessmentId}`}>{unitName}</TextLink>;
  }
  return <TextLink href={`/${organization}/assessments/${assessmentId}/results`}>{unitName}</TextLink>;
}
