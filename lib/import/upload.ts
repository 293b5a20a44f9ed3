import { BOUNDS } from "../bounds/bounds";
import type { Table } from "../csv/read";
import { formatBytes } from "../format/bytes";

/** What can be imported, each by files of its own kind. */
export const UPLOAD_KINDS = ["organization", "units", "assessments", "inventory"] as const;
export type UploadKind = (typeof UPLOAD_KINDS)[number];

/** A `fault` says why a file cannot be read. */
export type UploadedFile = { name: string } & (
  | (Table & { fault?: undefined })
  | { text?: undefined; rows?: undefined; fault: string }
);

export const TOO_LARGE = `More than ${formatBytes(BOUNDS.uploadBytes)} cannot be imported at once. Import in parts.`;
