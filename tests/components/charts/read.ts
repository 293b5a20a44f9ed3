import { within } from "@testing-library/react";

/** The text of every cell of the table in a figure, row by row. */
export function tableOf(figure: HTMLElement): string[][] {
  const table = within(figure).getByRole("table", { hidden: true });
  return within(table)
    .getAllByRole("row", { hidden: true })
    .map((row) => [...row.children].map((cell) => cell.textContent ?? ""));
}
