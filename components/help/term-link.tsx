import type { ReactNode } from "react";
import { TextLink } from "@/components/ui/text-link";
import { type TermKey, termAnchor } from "@/lib/glossary/terms";

/** A word that leads to its meaning on the help page. */
export function TermLink({
  organization,
  term,
  children,
}: {
  organization: string;
  term: TermKey;
  children: ReactNode;
}) {
  return <TextLink href={`/${organization}/help#${termAnchor(term)}`}>{children}</TextLink>;
}
