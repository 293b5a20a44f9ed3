import { PartsNavigation } from "@/components/ui/parts-navigation";

/** The id of a unit's part of a page, by its place in the plan. */
export const unitPartId = (place: number) => `unit-${place + 1}`;

/** Links to the part of each unit, where there are several. */
export function UnitParts({ units }: { units: readonly { unit: string }[] }) {
  return units.length > 1 ? (
    <PartsNavigation
      label="Units of the plan"
      parts={units.map(({ unit }, place) => [unitPartId(place), unit] as const)}
    />
  ) : null;
}
