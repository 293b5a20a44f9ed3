import type { Route } from "next";
import { TextLink } from "@/components/ui/text-link";
import { firstOf } from "@/lib/text/length";

/** A page of many answers shows so many links of each, and so many characters of a link that is long. */
const SHOWN = 3;
const SHOWN_CHARACTERS = 200;

/** The links of an answer to follow; with `whole`, where all of them stand, the first of many. */
export function EvidenceList({
  evidence,
  whole,
}: {
  evidence: readonly string[];
  whole?: Route | undefined;
}) {
  if (evidence.length === 0) return null;
  const shown = whole === undefined ? evidence : evidence.slice(0, SHOWN);
  const rest = evidence.length - shown.length;
  return (
    <>
      <ul aria-label="Evidence">
        {shown.map((address) => (
          <li key={address}>
            <a href={address} target="_blank" rel="noreferrer" className="break-all text-accent underline">
              {whole === undefined ? address : shortened(address)}
            </a>
          </li>
        ))}
      </ul>
      {whole !== undefined && rest > 0 ? (
        <TextLink href={whole} prefetch={false} className="inline-flex min-h-11 items-center self-start">
          {rest} more {rest === 1 ? "link" : "links"}
        </TextLink>
      ) : null}
    </>
  );
}

function shortened(address: string): string {
  const first = firstOf(address, SHOWN_CHARACTERS);
  return first === address ? address : `${first}…`;
}
