import type { Table } from "../csv/read";
import { formatBytes } from "../format/bytes";

/** What can be imported, each by files of its own kind. */
export const UPLOAD_KINDS = ["organization", "units", "assessments", "inventory"] as const;
export type UploadKind = (typeof UPLOAD_KINDS)[number];

export type UploadedFile = { name: string } & Table;

/** Bytes of all files of one upload together. */
export const UPLOAD_BYTES_MAX = 32_000_000;
export const UPLOAD_FILES_MAX = 100;
/** The largest body that is read at all: the files, and what a form puts around them. */
export const BODY_BYTES_MAX = UPLOAD_BYTES_MAX + 1_000_000;

export const TOO_LARGE = `More than ${formatBytes(UPLOAD_BYTES_MAX)} cannot be imported at once. Import in parts.`;
