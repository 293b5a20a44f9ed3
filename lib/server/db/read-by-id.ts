import "server-only";

/** Rows that one statement reads: Prisma makes objects of them in one go. */
const PIECE = 1000;

type Read<Row> = (piece: {
  where: { id?: { gt: string } };
  orderBy: { id: "asc" };
  take: number;
}) => Promise<Row[]>;

/** All rows of a long table in order of their ids, a thousand a statement: others are answered in between. */
export async function readById<Row extends { id: string }>(read: Read<Row>): Promise<Row[]> {
  const rows: Row[] = [];
  for (;;) {
    const last = rows.at(-1)?.id;
    const where = last === undefined ? {} : { id: { gt: last } };
    const piece = await read({ where, orderBy: { id: "asc" }, take: PIECE });
    rows.push(...piece);
    if (piece.length < PIECE) return rows;
  }
}
