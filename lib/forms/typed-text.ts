/** A form that was sent, or an address that holds one. */
export type Sent = { get(name: string): unknown };

/** What was typed into a field: a file or a missing field is as if left empty. */
export function typedText(sent: Sent, name: string): string {
  const value = sent.get(name);
  return typeof value === "string" ? value : "";
}
