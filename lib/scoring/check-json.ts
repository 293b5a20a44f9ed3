import { BOUNDS } from "../bounds/bounds";
import { AssessmentError, pathOf } from "./assessment-error";

const DEPTH_MAX = 32;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const [SPACE, TAB, NEWLINE, RETURN] = [0x20, 0x09, 0x0a, 0x0d];
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const WORD = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;

/**
 * Goes over a text once without making anything of it, so that what is no JSON, lies too deep or holds too much is
 * refused before it costs memory. Stricter than `JSON.parse`: each key stands once in its object, and none is `__proto__`.
 * @throws AssessmentError with the path of the key, or the line and column of what is not JSON
 */
export function checkJson(text: string): void {
  const path: PropertyKey[] = [];
  let at = 0;
  let values = 0;
  let containers = 0;

  function fault(expected: string): AssessmentError {
    return new AssessmentError(placeOf(text, at), `JSON (${expected})`);
  }

  function skipBlanks() {
    for (; ; at += 1) {
      const code = text.charCodeAt(at);
      if (code !== SPACE && code !== NEWLINE && code !== TAB && code !== RETURN) return;
    }
  }

  function isNext(sign: string): boolean {
    skipBlanks();
    if (text[at] !== sign) return false;
    at += 1;
    return true;
  }

  function skipMatch(pattern: RegExp): boolean {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  }

  /** From the opening quote to behind the closing one; true when something in it is escaped. */
  function skipText(): boolean {
    let escaped = false;
    at += 1;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === QUOTE) {
        at += 1;
        return escaped;
      }
      if (code === BACKSLASH) {
        if (!skipMatch(ESCAPE)) throw fault("an escape such as \\n or \\u00e9");
        escaped = true;
      } else if (code >= SPACE) at += 1;
      else throw fault("a text that ends with a quote on its line");
    }
  }

  function readKey(): string {
    skipBlanks();
    if (text.charCodeAt(at) !== QUOTE) throw fault("a key in quotes");
    const start = at;
    const escaped = skipText();
    return escaped ? JSON.parse(text.slice(start, at)) : text.slice(start + 1, at - 1);
  }

  function skipObject() {
    if (isNext("}")) return;
    const seen = new Set<string>();
    do {
      const key = readKey();
      path.push(key);
      if (key === "__proto__") throw new AssessmentError(pathOf(path), "no such key");
      if (seen.has(key)) throw new AssessmentError(pathOf(path), "each key once");
      if (seen.size === BOUNDS.jsonKeys)
        throw new AssessmentError(pathOf(path.slice(0, -1)), `at most ${BOUNDS.jsonKeys} keys`);
      seen.add(key);
      if (!isNext(":")) throw fault("a colon");
      skipValue();
      path.pop();
    } while (isNext(","));
    if (!isNext("}")) throw fault("a comma or }");
  }

  function skipList() {
    if (isNext("]")) return;
    let index = 0;
    do {
      path.push(index);
      skipValue();
      path.pop();
      index += 1;
    } while (isNext(","));
    if (!isNext("]")) throw fault("a comma or ]");
  }

  function skipValue() {
    values += 1;
    if (values > BOUNDS.jsonValues) throw new AssessmentError("", `at most ${BOUNDS.jsonValues} values`);
    skipBlanks();
    const sign = text[at];
    if (sign === '"') skipText();
    else if (sign === "{" || sign === "[") {
      if (path.length === DEPTH_MAX) throw new AssessmentError("", `at most ${DEPTH_MAX} levels of nesting`);
      containers += 1;
      if (containers > BOUNDS.jsonContainers)
        throw new AssessmentError("", `at most ${BOUNDS.jsonContainers} objects and lists`);
      at += 1;
      if (sign === "{") skipObject();
      else skipList();
    } else if (!skipMatch(WORD)) throw fault("a value");
  }

  skipValue();
  skipBlanks();
  if (at < text.length) throw fault("nothing more");
}

/** `line 3, column 1` */
function placeOf(text: string, offset: number): string {
  let line = 1;
  let start = 0;
  for (let end = text.indexOf("\n"); end >= 0 && end < offset; end = text.indexOf("\n", start)) {
    line += 1;
    start = end + 1;
  }
  return `line ${line}, column ${offset - start + 1}`;
}
