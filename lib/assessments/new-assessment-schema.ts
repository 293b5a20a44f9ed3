import { z } from "zod";
import { BOUNDS } from "../bounds/bounds";
import { DEPTHS, PHASES } from "../framework/types";
import { unitDetailsSchema } from "../units/unit-schema";

/** From what was typed to what is stored. */
export const scopeSchema = unitDetailsSchema
  .pick({ regulated: true, unitsInScope: true, processesInScope: true })
  .extend({ targetPhase: z.enum(PHASES, "Choose the phase to be ready for.") });

export const newAssessmentSchema = scopeSchema.extend({
  unitId: z.string().min(1, "Choose a unit.").max(BOUNDS.id),
  /** Given for a unit that is created along. */
  unitName: unitDetailsSchema.shape.name.optional(),
  depth: z.enum(DEPTHS, "Choose how deep to go."),
  carryOver: z.boolean(),
});
