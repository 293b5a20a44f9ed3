import { checkJson } from "./check-json";

/**
 * JSON text to a value, with a mark of its byte order or without.
 * @throws AssessmentError as `checkJson`
 */
export function parseJson(source: string): unknown {
  const text = source.replace(/^\uFEFF/, "");
  checkJson(text);
  return JSON.parse(text);
}
