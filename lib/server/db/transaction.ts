import type { Prisma } from "./generated/client";

/** What runs statements: a transaction, or the client itself outside of one. */
export type Transaction = Prisma.TransactionClient;

/** For what moves a whole organization or a long table: it takes longer than a transaction usually may. */
export const PATIENT = { timeout: 120_000 };
