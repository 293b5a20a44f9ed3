import { ActionForm, type ActionFormState } from "@/components/ui/action-form";
import { DownloadLink } from "@/components/ui/button";
import type { ComparisonFormat } from "@/lib/exports/comparison-file";

type Action = (before: ActionFormState, form: FormData) => Promise<ActionFormState>;

const FILES = [
  { format: "pdf", label: "PDF report", variant: "primary" },
  { format: "xlsx", label: "XLSX", variant: "secondary" },
] as const;

/** The view as a file: at once, or written beside other work when it is long. */
export function ComparisonFiles({
  files,
  query,
  beside,
}: {
  files: string;
  query: string;
  /** Null: at once. */
  beside: ((format: ComparisonFormat) => Action) | null;
}) {
  return FILES.map(({ format, label, variant }) =>
    beside ? (
      <ActionForm key={format} action={beside(format)} label={label} variant={variant} />
    ) : (
      <DownloadLink key={format} href={`${files}/${format}${query}`} variant={variant}>
        {label}
      </DownloadLink>
    ),
  );
}
