import { createScanner, type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import { AssessmentError, pathOf } from "./assessment-error";

const DEPTH_MAX = 32;

/** jsonc-parser's `SyntaxKind`, a const enum, which `isolatedModules` cannot read. */
const TOKEN = { openBrace: 1, closeBrace: 2, openBracket: 3, closeBracket: 4, end: 17 };

/**
 * JSON text to a value. Stricter than `JSON.parse`: a key that stands twice in one object is a fault, not an overwrite.
 * @throws AssessmentError with the path of the duplicate, or the line and column of what is not JSON
 */
export function parseJson(source: string): unknown {
  const text = source.replace(/^\uFEFF/, "");
  if (nestingOf(text) > DEPTH_MAX) throw new AssessmentError("", `at most ${DEPTH_MAX} levels of nesting`);
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [error] = errors;
  if (error || !tree) {
    const before = text.slice(0, error?.offset ?? 0).split("\n");
    const place = `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
    throw new AssessmentError(place, `JSON${error ? ` (${printParseErrorCode(error.error)})` : ""}`);
  }
  rejectDuplicates(tree, []);
  return strictly(text);
}

/** Counted token by token before anything recurses: a megabyte of brackets must not overflow the stack. */
function nestingOf(text: string): number {
  const scanner = createScanner(text, true);
  let depth = 0;
  let deepest = 0;
  for (let token = scanner.scan(); token !== TOKEN.end; token = scanner.scan()) {
    if (token === TOKEN.openBrace || token === TOKEN.openBracket) depth += 1;
    if (token === TOKEN.closeBrace || token === TOKEN.closeBracket) depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function strictly(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AssessmentError("", "JSON");
  }
}

function rejectDuplicates(node: Node, path: readonly PropertyKey[]) {
  if (node.type === "array") {
    for (const [index, child] of (node.children ?? []).entries()) rejectDuplicates(child, [...path, index]);
  }
  if (node.type !== "object") return;
  const seen = new Set<string>();
  for (const property of node.children ?? []) {
    const [name, value] = property.children ?? [];
    const key = String(name?.value);
    if (seen.has(key)) throw new AssessmentError(pathOf([...path, key]), "each key once");
    seen.add(key);
    if (value) rejectDuplicates(value, [...path, key]);
  }
}
