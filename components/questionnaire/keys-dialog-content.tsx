"use client";

import { Shortcuts } from "@/components/help/shortcuts";
import { Dialog } from "@/components/ui/dialog";

export function KeysDialogContent(props: { open: boolean; onOpenChange: (open: boolean) => void }) {
  return (
    <Dialog title="Keys" {...props}>
      <Shortcuts />
    </Dialog>
  );
}
