import { DataTable } from "@/components/ui/data-table";

const SHORTCUTS: readonly { keys: readonly string[]; does: string }[] = [
  { keys: ["1", "2", "3", "4", "5"], does: "Answer with this level" },
  { keys: ["n"], does: "Not applicable" },
  { keys: ["d"], does: "Don't know" },
  { keys: ["j", "↓"], does: "Next question" },
  { keys: ["k", "↑"], does: "Previous question" },
  { keys: ["Enter"], does: "Next open question" },
  { keys: ["/"], does: "Find a question" },
  { keys: ["?"], does: "Show the keys" },
];

export function Shortcuts() {
  return (
    <>
      <p className="max-w-prose">
        In the questionnaire one key is enough. The keys work only while the focus is in a question, never
        while you type, and can be turned off there. Among the levels the arrow keys choose, as everywhere.
      </p>
      <DataTable label="Keyboard shortcuts of the questionnaire">
        <thead>
          <tr>
            <th scope="col">Key</th>
            <th scope="col">Does</th>
          </tr>
        </thead>
        <tbody>
          {SHORTCUTS.map(({ keys, does }) => (
            <tr key={does}>
              <td className="whitespace-nowrap">
                {keys.map((key) => (
                  <kbd
                    key={key}
                    className="mr-1 inline-block min-w-8 rounded border border-line-strong bg-raised px-2 text-center font-sans"
                  >
                    {key}
                  </kbd>
                ))}
              </td>
              <td>{does}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </>
  );
}
