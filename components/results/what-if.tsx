"use client";

import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import type { Assessment } from "@/lib/scoring/assessment";

// The engine and the question bank come only when somebody asks for them.
const WhatIfPanel = dynamic(() => import("./what-if-panel").then((module) => module.WhatIfPanel), {
  ssr: false,
  loading: () => <p role="status">Loading the scoring engine</p>,
});

export function WhatIf({ assessment }: { assessment: Assessment }) {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (new URLSearchParams(window.location.search).has("whatIf")) setOpen(true);
  }, []);
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
      {open ? (
        <WhatIfPanel assessment={assessment} />
      ) : (
        <Button variant="secondary" onClick={() => setOpen(true)}>
          Try other levels
        </Button>
      )}
    </section>
  );
}
