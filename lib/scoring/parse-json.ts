import { type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import { AssessmentError } from "./assessment-error";

const DEPTH_MAX = 32;

/**
 * JSON text to a value. Stricter than `JSON.parse`: a key that stands twice in one object is a fault, not an overwrite.
 * @throws AssessmentError with the path of the duplicate, or the line and column of what is not JSON
 */
export function parseJson(text: string): unknown {
  const errors: ParseError[] = [];
  const tree = parseTree(text.replace(/^\uFEFF/, ""), errors, {
    disallowComments: true,
    allowTrailingComma: false,
  });
  const [error] = errors;
  if (error || !tree) {
    const before = text.slice(0, error?.offset ?? 0).split("\n");
    const place = `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
    throw new AssessmentError(place, `JSON${error ? ` (${printParseErrorCode(error.error)})` : ""}`);
  }
  rejectDuplicates(tree, "", 0);
  return JSON.parse(text.replace(/^\uFEFF/, ""));
}

function rejectDuplicates(node: Node, path: string, depth: number) {
  if (depth > DEPTH_MAX) throw new AssessmentError(path, `at most ${DEPTH_MAX} levels of nesting`);
  if (node.type === "array") {
    for (const [index, child] of (node.children ?? []).entries()) {
      rejectDuplicates(child, `${path}[${index}]`, depth + 1);
    }
  }
  if (node.type !== "object") return;
  const seen = new Set<string>();
  for (const property of node.children ?? []) {
    const [name, value] = property.children ?? [];
    const key = String(name?.value);
    const place = path === "" ? key : `${path}.${key}`;
    if (seen.has(key)) throw new AssessmentError(place, "each key once");
    seen.add(key);
    if (value) rejectDuplicates(value, place, depth + 1);
  }
}
