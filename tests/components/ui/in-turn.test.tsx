// @vitest-environment node
import { prerenderToNodeStream } from "react-dom/static";
import { expect, test } from "vitest";
import { InParts, InTurn } from "@/components/ui/in-turn";

async function html(page: React.ReactNode): Promise<string> {
  const { prelude } = await prerenderToNodeStream(page);
  let text = "";
  for await (const piece of prelude) text += piece;
  return text;
}

/** How often others were let in before each item was rendered. */
async function turnsOf(items: number, size?: number) {
  let turns = 0;
  let waiting = setImmediate(function again() {
    turns += 1;
    waiting = setImmediate(again);
  });
  const seen: number[] = [];
  const text = await html(
    <ul>
      <InParts items={Array.from({ length: items }, (_, index) => index)} size={size}>
        {(item, index) => {
          seen.push(turns);
          return <li key={item}>{`${item}/${index} `}</li>;
        }}
      </InParts>
    </ul>,
  );
  clearImmediate(waiting);
  return { seen, text: text.replace(/<!--.*?-->/g, "") };
}

test("a long list is all there, in its order, and others are let in between its parts", async () => {
  const { seen, text } = await turnsOf(95, 10);
  expect(text).toBe(
    `<ul>${Array.from({ length: 95 }, (_, item) => `<li>${item}/${item} </li>`).join("")}</ul>`,
  );
  expect(new Set(seen).size).toBe(10);
});

test("a short list waits for nobody", async () => {
  expect(new Set((await turnsOf(20)).seen).size).toBe(1);
});

test("what has a turn of its own stands where it stands", async () => {
  const page = (
    <p>
      before <InTurn>within</InTurn> after
    </p>
  );
  expect((await html(page)).replace(/<!--.*?-->/g, "")).toBe("<p>before within after</p>");
});
