import type { ReactNode } from "react";

/** Radios that belong together: what is asked stands above them, the error between. */
export function RadioGroup({
  id,
  label,
  hint,
  error,
  children,
}: {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  children: ReactNode;
}) {
  return (
    <fieldset id={id} aria-describedby={error ? `${id}-error` : undefined} className="flex flex-col gap-2">
      <legend className="mb-1 font-medium">{label}</legend>
      {hint ? <p className="text-muted">{hint}</p> : null}
      {error ? (
        <p id={`${id}-error`} className="font-medium text-danger">
          {error}
        </p>
      ) : null}
      {children}
    </fieldset>
  );
}
