"use client";

import { lazy, Suspense, useState } from "react";

// Most people never open it: its script waits until then.
const Content = lazy(async () => ({ default: (await import("./keys-dialog-content")).KeysDialogContent }));

export function KeysDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const [wanted, setWanted] = useState(open);
  if (open && !wanted) setWanted(true);
  if (!wanted) return null;
  return (
    <Suspense fallback={null}>
      <Content open={open} onOpenChange={onOpenChange} />
    </Suspense>
  );
}
