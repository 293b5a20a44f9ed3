import "server-only";
import loadHighs from "highs";
import type { IntegerProgram, Row, Solve } from "@/lib/planning/engine/integer-program";

/** Far below any share of a readiness point that decides. */
const TOLERANCE = 1e-9;
/** A program that takes more than this is given up, by count and not by clock: the same one always is, or never. */
const NODES_MAX = 20_000;

let loading: Promise<Solve> | undefined;

/** HiGHS, in WebAssembly within this process: https://highs.dev. Loaded once. */
export function loadSolver(): Promise<Solve> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Solve> {
  const highs = await loadHighs();
  return (program) => {
    if (program.rows.some(asksOfNothing)) return null;
    // The format has no words for a program without choices.
    if (program.costs.length === 0) return [];
    const solution = highs.solve(textOf(program), {
      output_flag: false,
      mip_rel_gap: 0,
      mip_abs_gap: 0,
      mip_feasibility_tolerance: TOLERANCE,
      mip_max_nodes: NODES_MAX,
    });
    if (solution.Status !== "Optimal") return null;
    return program.costs.map((_, choice) => (solution.Columns[`x${choice}`]?.Primal ?? 0) > 0.5);
  };
}

function asksOfNothing({ terms, atLeast = 0 }: Row): boolean {
  return atLeast > TOLERANCE && terms.every(([, adds]) => adds === 0);
}

/** In the LP format: https://www.ibm.com/docs/en/icos/22.1.1?topic=cplex-lp-file-format-algebraic-representation. */
function textOf({ costs, rows }: IntegerProgram): string {
  return [
    "Minimize",
    ` effort: ${sumOf(costs.map((cost, choice) => [choice, cost]))}`,
    "Subject To",
    ...rows.flatMap(linesOf),
    "Binary",
    ...costs.map((_, choice) => ` x${choice}`),
    "End",
  ].join("\n");
}

function linesOf({ terms, atLeast, atMost }: Row, row: number): string[] {
  const sum = sumOf(terms);
  if (sum === "") return [];
  return [
    ...(atLeast === undefined ? [] : [` least${row}: ${sum} >= ${atLeast}`]),
    ...(atMost === undefined ? [] : [` most${row}: ${sum} <= ${atMost}`]),
  ];
}

/** One term a line: the format allows lines of 560 characters. */
function sumOf(terms: Row["terms"]): string {
  return terms
    .filter(([, adds]) => adds !== 0)
    .map(([choice, adds]) => `${adds < 0 ? "-" : "+"} ${Math.abs(adds)} x${choice}`)
    .join("\n  ");
}
