import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";

/** The page for an address that leads nowhere: says so, and where to go on. */
export function Lost({ children }: { children?: ReactNode }) {
  return (
    <div className="flex max-w-prose flex-col items-start gap-4 py-8">
      <h1 className="text-3xl font-semibold tracking-tight">Page not found</h1>
      <p className="text-lg text-muted">
        Nothing stands at this address. It may have been mistyped, or what it led to was removed.
      </p>
      {children}
      <ButtonLink href="/">Go to the home page</ButtonLink>
    </div>
  );
}
