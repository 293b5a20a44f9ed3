/** The form as the server answers it: what was typed, what is wrong beside which field, what is wrong in the whole. */
export type FormState<Values> = {
  values: Values;
  fields: Partial<Record<keyof Values, string>>;
  problem: string | null;
};
