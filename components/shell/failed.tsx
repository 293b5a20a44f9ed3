"use client";

import { Button, ButtonLink } from "@/components/ui/button";
import { digestInWords } from "@/lib/storage/faults";

type Props = { error: Error & { digest?: string }; retry: () => void };

/** The page for what should not happen. The reference is in the log of the app. */
export function Failed({ error, retry }: Props) {
  const fault = error.digest ? digestInWords(error.digest) : null;
  return (
    <div role="alert" className="flex max-w-prose flex-col items-start gap-4 py-8">
      <h1 className="text-3xl font-semibold tracking-tight">This page could not be shown</h1>
      <p className="text-lg text-muted">
        {fault ?? "Something went wrong."} {error.digest ? `Reference ${error.digest}. ` : ""}
        {fault ? "" : "What you saved is safe. Try again; if it happens again, restart the app."}
      </p>
      <div className="flex flex-wrap gap-3">
        <Button onClick={() => retry()}>Try again</Button>
        <ButtonLink href="/" variant="secondary">
          Go to the home page
        </ButtonLink>
      </div>
    </div>
  );
}
