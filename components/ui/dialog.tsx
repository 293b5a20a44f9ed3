"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import type { ReactNode } from "react";
import { Button } from "./button";

type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  children: ReactNode;
  /** Buttons beside *Close*. */
  actions?: ReactNode;
};

export function Dialog({ open, onOpenChange, title, children, actions }: DialogProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 bg-ink/50" />
        <Base.Popup className="fixed inset-x-4 top-8 mx-auto flex max-h-[calc(100dvh-4rem)] max-w-2xl flex-col gap-4 overflow-y-auto rounded-lg border border-line bg-surface p-6 text-ink">
          <Base.Title className="text-xl font-semibold">{title}</Base.Title>
          <div className="flex flex-col gap-4">{children}</div>
          <div className="flex flex-wrap justify-end gap-3">
            <Base.Close render={<Button variant="secondary">Close</Button>} />
            {actions}
          </div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
