import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";

const control =
  "w-full min-h-11 rounded-md border bg-surface px-3 py-2 text-base text-ink placeholder:text-muted disabled:opacity-60";

function controlClass(invalid: boolean, className?: string) {
  return clsx(control, invalid ? "border-danger border-2" : "border-line-strong", className);
}

type Described = { id: string; error?: string | undefined; hint?: ReactNode };

function describedBy({ id, error, hint }: Described) {
  return clsx(hint && `${id}-hint`, error && `${id}-error`) || undefined;
}

type FieldProps = Described & { label: ReactNode; children: ReactNode; className?: string };

/** A label above its control, the hint between them, the error beside them. */
function Field({ id, label, hint, error, children, className }: FieldProps) {
  return (
    <div className={clsx("flex flex-col gap-1", className)}>
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="text-muted">
          {hint}
        </p>
      ) : null}
      {children}
      {error ? (
        <p id={`${id}-error`} className="font-medium text-danger">
          {error}
        </p>
      ) : null}
    </div>
  );
}

/** What the text field, the text area and the select have in common. */
function controlProps(described: Described, className?: string) {
  return {
    id: described.id,
    "aria-invalid": described.error ? true : undefined,
    "aria-describedby": describedBy(described),
    className: controlClass(Boolean(described.error), className),
  };
}

type ControlProps = Described & { label: ReactNode };

export function TextField({
  label,
  hint,
  error,
  className,
  id,
  ...rest
}: ControlProps & ComponentProps<"input">) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <input {...controlProps({ id, hint, error }, className)} {...rest} />
    </Field>
  );
}

export function TextArea({
  label,
  hint,
  error,
  className,
  id,
  ...rest
}: ControlProps & ComponentProps<"textarea">) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <textarea {...controlProps({ id, hint, error }, className)} {...rest} />
    </Field>
  );
}

export function Select({
  label,
  hint,
  error,
  className,
  id,
  ...rest
}: ControlProps & ComponentProps<"select">) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <select {...controlProps({ id, hint, error }, className)} {...rest} />
    </Field>
  );
}

export function Checkbox({
  label,
  hint,
  error,
  id,
  ...rest
}: ControlProps & Omit<ComponentProps<"input">, "type">) {
  return (
    <div className="flex flex-col gap-1">
      <label className="flex min-h-11 items-center gap-3 font-medium">
        <input
          id={id}
          type="checkbox"
          className="size-6 shrink-0 accent-(--accent)"
          aria-describedby={describedBy({ id, error, hint })}
          {...rest}
        />
        {label}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="text-muted">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="font-medium text-danger">
          {error}
        </p>
      ) : null}
    </div>
  );
}
