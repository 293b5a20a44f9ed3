"use client";

import { type FormEvent, type ReactNode, startTransition, useActionState } from "react";
import { Button } from "./button";
import { Callout } from "./callout";

/** What went wrong, in words; null before and when nothing did. */
export type ActionFormState = { problem: string | null };

/** A form of one button, with fields where it needs them: works without script, and says what went wrong. */
export function ActionForm({
  action,
  label,
  variant = "primary",
  children,
}: {
  action: (before: ActionFormState, form: FormData) => Promise<ActionFormState>;
  label: string;
  variant?: "primary" | "secondary" | "danger";
  children?: ReactNode;
}) {
  const [state, send, pending] = useActionState(action, { problem: null });

  // Sent from here, since React would empty a form that it sends itself: what was typed stays where it was refused.
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    startTransition(() => send(form));
  }

  return (
    <form action={send} onSubmit={submit} className="flex flex-col items-start gap-4">
      {state.problem ? (
        <div role="alert">
          <Callout tone="danger" title={state.problem} />
        </div>
      ) : null}
      {children}
      <Button type="submit" variant={variant} disabled={pending}>
        {label}
      </Button>
    </form>
  );
}
