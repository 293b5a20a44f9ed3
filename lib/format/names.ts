/** `Retail, Claims and 3 more`: at most so many names, and how many there are besides. */
export function firstOf(names: readonly string[], most: number): string {
  const rest = names.length - most;
  return `${names.slice(0, most).join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}

/** `Retail`, `Retail and Claims`, `Retail, Claims and Care` */
export function listInWords(words: readonly string[]): string {
  return [words.slice(0, -1).join(", "), ...words.slice(-1)].filter((part) => part !== "").join(" and ");
}
