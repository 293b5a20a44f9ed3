import "server-only";

/** The text of a cell or shared string: all its runs, without what says how it is pronounced. */
export function collectText() {
  let text = "";
  let inText = false;
  let inPhonetic = false;
  return {
    open(name: string) {
      if (name === "t") inText = !inPhonetic;
      else if (name === "rPh") inPhonetic = true;
    },
    close(name: string) {
      if (name === "t") inText = false;
      else if (name === "rPh") inPhonetic = false;
    },
    add(more: string) {
      if (inText) text += more;
    },
    take(): string {
      if (text === "") return "";
      const taken = unescaped(text);
      text = "";
      return taken;
    },
  };
}

/** `_x000D_` is how the format writes a character that XML cannot hold; half a pair stays as it is. */
export function unescaped(text: string): string {
  return text.replace(/_x((?!d[89a-f])[\da-f]{4})_/gi, (_, code) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
