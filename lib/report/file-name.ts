import { formatIsoDay } from "../format/date";
import { bytesOf, firstOf } from "../text/length";
import { wellFormed } from "../text/well-formed";

const LETTERS_MAX = 80;
/** With the date they stay below the 255 bytes that the name of a file may take. */
const SUBJECT_BYTES = 150;
const WHAT_BYTES = 80;

/** Letters and digits of any script stay, all else becomes one hyphen. */
function slug(text: string, bytesMax: number): string {
  const words =
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const name = firstOf(firstOf(words.join("-"), LETTERS_MAX), bytesMax, bytesOf);
  return name.replace(/-$/, "") || "unit";
}

/** `retail-banking-gap-report-expansion-2026-11-24.pdf` */
export function fileName(subject: string, what: string, date: Date, extension: string): string {
  return `${slug(subject, SUBJECT_BYTES)}-${slug(what, WHAT_BYTES)}-${formatIsoDay(date)}.${extension}`;
}

/** RFC 6266: a plain name for old clients, the true one beside it. */
export function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\]/g, "_");
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded(wellFormed(name))}`;
}

/** RFC 8187: these too are encoded in the value of a header. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
