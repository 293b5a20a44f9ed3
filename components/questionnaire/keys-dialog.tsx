"use client";

import { lazy, Suspense, useState } from "react";
import { Button } from "@/components/ui/button";

type Props = { open: boolean; onOpenChange: (open: boolean) => void };

// Most people never open it: its script waits until then, and may be out of reach by then.
const Content = lazy(() =>
  import("./keys-dialog-content").then(
    ({ KeysDialogContent }) => ({ default: KeysDialogContent }),
    () => ({ default: OutOfReach }),
  ),
);

function OutOfReach({ open, onOpenChange }: Props) {
  if (!open) return null;
  return (
    <div
      role="alert"
      className="fixed inset-x-4 bottom-4 z-50 mx-auto flex max-w-prose flex-wrap items-center gap-x-4 rounded-lg border border-line-strong bg-surface p-4"
    >
      <p>The list of keys needs a connection. Reload the page once there is one.</p>
      <Button variant="secondary" onClick={() => onOpenChange(false)}>
        Close
      </Button>
    </div>
  );
}

export function KeysDialog({ open, onOpenChange }: Props) {
  const [wanted, setWanted] = useState(open);
  if (open && !wanted) setWanted(true);
  if (!wanted) return null;
  return (
    <Suspense fallback={null}>
      <Content open={open} onOpenChange={onOpenChange} />
    </Suspense>
  );
}
