"use client";

import { type ComponentType, useCallback, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import type { Framework } from "@/lib/framework/types";
import type { Assessment } from "@/lib/scoring/assessment";

type Tried = { framework: Framework; assessment: Assessment };
type Loaded = { Panel: ComponentType<Tried>; framework: Framework };

const PATIENCE_MS = 15_000;

/** The engine and the framework come only when somebody asks for them. Null when one of them does not. */
async function load(framework: string): Promise<Loaded | null> {
  try {
    const [{ WhatIfPanel }, response] = await Promise.all([
      import("./what-if-panel"),
      fetch(framework, { signal: AbortSignal.timeout(PATIENCE_MS) }),
    ]);
    // What our own server stores was parsed before it was stored.
    return response.ok ? { Panel: WhatIfPanel, framework: await response.json() } : null;
  } catch {
    return null;
  }
}

export function WhatIf({
  assessment,
  framework,
}: {
  assessment: Assessment;
  /** Where the framework version is fetched from that the assessment was made with. */
  framework: string;
}) {
  const [state, setState] = useState<"closed" | "loading" | "failed" | Loaded>("closed");
  const open = useCallback(async () => {
    setState("loading");
    setState((await load(framework)) ?? "failed");
  }, [framework]);
  useEffect(() => {
    if (new URLSearchParams(window.location.search).has("whatIf")) void open();
  }, [open]);
  return (
    <section
      id="what-if"
      aria-labelledby="what-if-title"
      className="mt-10 flex scroll-mt-4 flex-col items-start gap-4 border-t border-line pt-8 print:hidden"
    >
      <h2 id="what-if-title" className="text-2xl font-semibold tracking-tight">
        What if
      </h2>
      <p className="max-w-prose text-muted">
        Try other levels and watch readiness, verdict and risks follow. Nothing is stored; the address keeps
        what you tried.
      </p>
      {state === "closed" ? (
        <Button variant="secondary" onClick={open}>
          Try other levels
        </Button>
      ) : state === "loading" ? (
        <p role="status">Loading the scoring engine</p>
      ) : state === "failed" ? (
        <div role="alert" className="flex flex-col items-start gap-4">
          <p className="max-w-prose">
            What this needs could not be loaded. The result above stays as it is. Check that the app is
            running, then try again.
          </p>
          <Button variant="secondary" onClick={open}>
            Try again
          </Button>
        </div>
      ) : (
        <state.Panel framework={state.framework} assessment={assessment} />
      )}
    </section>
  );
}
