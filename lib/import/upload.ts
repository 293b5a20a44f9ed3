import { BOUNDS } from "../bounds/bounds";
import type { Table } from "../csv/read";
import { formatBytes } from "../format/bytes";

/** What can be imported, each by files of its own kind. */
export const UPLOAD_KINDS = ["organization", "units", "assessments", "inventory"] as const;
export type UploadKind = (typeof UPLOAD_KINDS)[number];

export type UploadedFile = { name: string } & Table;

/** The largest body that is read at all: the files, and what a form puts around them. */
export const BODY_BYTES_MAX = BOUNDS.uploadBytes + 1_000_000;

export const TOO_LARGE = `More than ${formatBytes(BOUNDS.uploadBytes)} cannot be imported at once. Import in parts.`;
