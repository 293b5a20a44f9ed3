/** Text that a spreadsheet would run as a formula, such as `=1+1` or `@SUM`, is marked as text by an apostrophe. */
export function plainText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
