/** What tells one register from another: its unit and its risk. */
export function registerId({ unitId, risk }: { unitId: string; risk: string }): string {
  return `${unitId} ${risk}`;
}
