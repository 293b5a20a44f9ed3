import { ActionForm, type ActionFormState } from "@/components/ui/action-form";

/** The offer to look around in data that somebody else has made up. */
export function LoadSample({ action }: { action: () => Promise<ActionFormState> }) {
  return (
    <div className="flex flex-col items-start gap-3">
      <p className="max-w-prose">
        The sample organization is a fictional group of 12 business units in four regions, with assessments
        over a year, notes and evidence. Your own units stay apart from it, and one click in the settings
        removes it again.
      </p>
      <ActionForm action={action} label="Load the sample organization" variant="secondary" />
    </div>
  );
}
