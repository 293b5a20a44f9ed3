/** Why a list of ticks does not hold every unit. */
export function OnlyInSight() {
  return (
    <p className="text-muted">
      The units on this page of the heat map, and those ticked. Find others by name at the top.
    </p>
  );
}
