"use client";

import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import type { Unsent } from "./kept-of-deleted";

/** On every page: forgets what this browser keeps of assessments that were deleted, and says what it cannot forget. */
export function UnsentOfDeleted({ organization }: { organization: string }) {
  const pathname = usePathname();
  const [unsent, setUnsent] = useState<Unsent>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a deletion leads to another page
  useEffect(() => {
    let left = false;
    // Loaded when it runs: no page waits for it. A browser that keeps nothing has nothing to forget.
    import("./kept-of-deleted")
      .then(({ forgetDeleted }) => forgetDeleted(organization))
      .then((found) => {
        if (!left) setUnsent(found);
      })
      .catch(() => undefined);
    return () => {
      left = true;
    };
  }, [organization, pathname]);
  if (!unsent?.count) return null;
  return (
    <div role="status" className="mb-6">
      <Callout
        tone="warning"
        title={`${unsent.count === 1 ? "1 answer" : `${unsent.count} answers`} of a deleted assessment could not be sent`}
      >
        <p>
          Kept on this device only. Restore the assessment in Settings, Recently deleted, and open its
          questions: they are sent then.
        </p>
        <Button
          variant="quiet"
          className="-ml-4"
          onClick={() => void unsent.discard().then(() => setUnsent(undefined))}
        >
          Discard them
        </Button>
      </Callout>
    </div>
  );
}
