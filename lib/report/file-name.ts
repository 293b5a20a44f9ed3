import { formatIsoDay } from "../format/date";

/** Letters and digits of any script stay, all else becomes one hyphen. */
export function slug(text: string): string {
  const words =
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.join("-").slice(0, 80) || "unit";
}

/** `retail-banking-gap-report-expansion-2026-11-24.pdf` */
export function fileName(subject: string, what: string, date: Date, extension: string): string {
  return `${slug(subject)}-${slug(what)}-${formatIsoDay(date)}.${extension}`;
}

/** RFC 6266: a plain name for old clients, the true one beside it. */
export function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\]/g, "_");
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}
