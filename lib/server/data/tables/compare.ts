import "server-only";
import { sortOut } from "@/lib/organization-file/report";
import { hashOf } from "../canonical-json";
import type { Stored } from "./owned-table";

type How<Row> = {
  idOf: (row: Row) => string;
  nameOf: (row: Row) => string;
  /** Sees each row that is here. */
  visit?: (row: Row) => void;
};

/** Compares the rows of a file with those that are here; `fresh` are what is to be added, with their places. */
export async function compare<Row>(
  rows: readonly Row[],
  here: AsyncIterable<Stored<Row>>,
  { idOf, nameOf, visit }: How<Row>,
) {
  const hashes = new Map<string, string>();
  for await (const { row } of here) {
    hashes.set(idOf(row), hashOf(row));
    visit?.(row);
  }
  return sortOut(rows, { hashes, hashOf }, { idOf, nameOf });
}
