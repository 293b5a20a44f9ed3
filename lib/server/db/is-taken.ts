import "server-only";
import { z } from "zod";

/** By shape: of a raw statement Prisma says it with another code than of its own. */
const uniqueViolation = z.object({
  meta: z.object({
    driverAdapterError: z.object({ cause: z.object({ kind: z.literal("UniqueConstraintViolation") }) }),
  }),
});

/** Whether a row was refused because another one has its id, or what else only one may have. */
export const isTaken = (error: unknown): boolean => uniqueViolation.safeParse(error).success;
