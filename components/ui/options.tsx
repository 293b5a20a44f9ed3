import { InParts } from "./in-turn";

export type Option = { id: string; label: string };

const PART = 250;

/** What a select offers, however much that is. */
export function Options({ options }: { options: readonly Option[] }) {
  return (
    <InParts items={options} size={PART}>
      {({ id, label }) => (
        <option key={id} value={id}>
          {label}
        </option>
      )}
    </InParts>
  );
}
