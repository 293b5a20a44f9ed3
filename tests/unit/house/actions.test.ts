import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "../../..");

type Fault = string;

/** Names that a file imports from where things are done: none of them may stand in an exported action itself. */
const DOING = /^(@\/lib\/server\/|next\/headers$|node:)/;

/** Why an exported action of a file does not go through the one door. */
function faultsOf(text: string): { actions: number; faults: Fault[] } {
  const file = ts.createSourceFile("actions.ts", text, ts.ScriptTarget.Latest, true);
  const doing = new Set<string>();
  const doors = new Set<string>();
  const functions = new Map<string, ts.FunctionDeclaration>();
  const faults: Fault[] = [];
  const exported: ts.FunctionDeclaration[] = [];
  for (const node of file.statements) {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const named = node.importClause?.namedBindings;
      if (!DOING.test(node.moduleSpecifier.text) || !named || !ts.isNamedImports(named)) continue;
      for (const one of named.elements) if (!one.isTypeOnly) doing.add(one.name.text);
      continue;
    }
    const isExported =
      ts.canHaveModifiers(node) &&
      ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (ts.isVariableStatement(node)) {
      if (isExported) faults.push(`${node.getText().slice(0, 40)}: only functions are exported`);
      for (const { name, initializer } of node.declarationList.declarations) {
        const called =
          initializer && ts.isCallExpression(initializer) ? initializer.expression.getText() : "";
        if (called === "memberAction") doors.add(name.getText());
      }
    } else if (ts.isFunctionDeclaration(node) && node.name) {
      functions.set(node.name.text, node);
      if (isExported) exported.push(node);
    } else if (isExported && !ts.isTypeAliasDeclaration(node)) {
      faults.push(`${node.getText().slice(0, 40)}: only functions are exported`);
    } else if (ts.isExportDeclaration(node)) faults.push(`${node.getText()}: only functions are exported`);
  }
  for (const action of exported) {
    const name = action.name?.text ?? "";
    let door = false;
    const look = (node: ts.Node) => {
      if (ts.isIdentifier(node) && doing.has(node.text)) faults.push(`${name} uses ${node.text} itself`);
      if (ts.isCallExpression(node) && doors.has(node.expression.getText())) door = true;
      ts.forEachChild(node, look);
    };
    if (action.body) look(action.body);
    if (!door) faults.push(`${name} does not go through memberAction`);
  }
  return { actions: exported.length, faults };
}

const sources = ["app", "components", "lib"]
  .flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((name) =>
      path.join(folder, name),
    ),
  )
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => ({ name, text: readFileSync(path.join(ROOT, name), "utf8") }));

test("every server action goes through memberAction", () => {
  const files = sources.filter(({ text }) => /^\s*["']use server["'];?$/m.test(text));
  const found = files.map(({ name, text }) => ({ name, ...faultsOf(text) }));
  expect(found.flatMap(({ name, faults }) => faults.map((fault) => `${name}: ${fault}`))).toEqual([]);
  expect(found.reduce((sum, { actions }) => sum + actions, 0)).toBeGreaterThan(40);
  // Inside a function the words would make an action that nobody exports.
  for (const { name, text } of files) expect(text.trimStart(), name).toMatch(/^"use server";\n/);
});

test.each([
  ["none", `export async function a() {}`],
  [
    "another",
    `import { findMember } from "@/lib/server/auth/member";\nexport async function a() { await findMember("x"); }`,
  ],
  [
    "one beside",
    `import { drop } from "@/lib/server/data/x";\nconst go = memberAction(s, r);\nexport async function a() { await drop(); await go("x", {}); }`,
  ],
  ["a const", `export const a = async () => {};`],
])("an action behind %s is found", (_which, text) => {
  expect(faultsOf(`"use server";\n${text}`).faults).not.toEqual([]);
});
