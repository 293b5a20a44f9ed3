export type ErrorDescription = {
  type: string;
  /** Such as ENOSPC or P2002. */
  code?: string;
  /** The innermost calls first. */
  at: readonly string[];
  cause?: ErrorDescription;
};

const FRAMES_MAX = 12;
const CAUSES_MAX = 3;
const FRAME = /^\s+at .+(:\d+:\d+\)?|\(native\)|<anonymous>\)?)$/;

/** Says of a line of a stack where it stands in the code as people know it. */
export type Locate = (frame: string) => string;

/** What failed and where. Never the message: it may quote what was typed. */
export function describeError(error: unknown, locate: Locate, depth = 0): ErrorDescription {
  if (!(error instanceof Error)) return { type: typeof error, at: [] };
  const { name, message, stack = "", cause } = error;
  // The message stands before the frames, and may itself hold lines that look like them.
  const afterMessage = stack.indexOf(message) + message.length;
  const frames = stack
    .slice(afterMessage)
    .split("\n")
    .filter((line) => FRAME.test(line));
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return {
    type: name,
    ...(/^[A-Z][A-Z0-9_]+$/.test(code) && { code }),
    at: frames.slice(0, FRAMES_MAX).map((line) => locate(line.trim().replace(/^at /, ""))),
    ...(cause instanceof Error && depth < CAUSES_MAX && { cause: describeError(cause, locate, depth + 1) }),
  };
}
