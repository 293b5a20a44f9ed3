import { Callout } from "@/components/ui/callout";
import { ErrorSummary } from "@/components/ui/error-summary";

/** What is wrong with a form, above its fields. */
export function FormProblems({
  fields,
  problem,
  pending,
}: {
  fields: Partial<Record<string, string>>;
  problem: string | null;
  pending: boolean;
}) {
  // Taken away while sending, so that it takes the focus again when it comes back.
  if (pending) return null;
  const errors = Object.entries(fields).flatMap(([id, message]) => (message ? [{ id, message }] : []));
  return (
    <>
      <ErrorSummary title="Check these fields" errors={errors} />
      {problem ? (
        <div role="alert">
          <Callout tone="danger" title={problem} />
        </div>
      ) : null}
    </>
  );
}
