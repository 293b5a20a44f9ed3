/** What takes long is done in parts, each in a turn of the event loop of its own: others are answered in between. */

let last: Promise<void> = Promise.resolve();

/** Settles in a turn of the event loop in which nothing else that asked for one goes on. */
export function nextTurn(): Promise<void> {
  last = last.then(() => new Promise((resolve) => setImmediate(resolve)));
  return last;
}

/** As `map`, one item a turn. */
export async function mapInTurn<Item, Value>(
  items: readonly Item[],
  map: (item: Item) => Value,
): Promise<Value[]> {
  const values: Value[] = [];
  for (const item of items) {
    await nextTurn();
    values.push(map(item));
  }
  return values;
}
