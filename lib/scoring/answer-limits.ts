/** How much an answer may carry. Free of Zod: the browser keeps to it as well. */

export const NOTE_LENGTH_MAX = 4000;
export const EVIDENCE_LINKS_MAX = 20;
export const LINK_LENGTH_MAX = 2000;

/** True for an http or https address. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text) && URL.canParse(text);
}
