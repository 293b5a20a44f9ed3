"use client";

import { useParams } from "next/navigation";
import { Lost } from "@/components/shell/lost";
import { ButtonLink } from "@/components/ui/button";

/** A page for what is not found gets no parameters: the organization is read from the address. */
export function UnitLost() {
  const { organization } = useParams<{ organization: string }>();
  return (
    <Lost>
      <p>If it was archived or moved, the list of units still has it.</p>
      <ButtonLink href={`/${organization}/units`} variant="secondary">
        See all units
      </ButtonLink>
    </Lost>
  );
}
