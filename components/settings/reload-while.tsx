"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const EVERY_MS = 1000;

/** Shows what the server knows anew each second, as long as something is under way there. */
export function ReloadWhile({ active }: { active: boolean }) {
  const { refresh } = useRouter();
  useEffect(() => {
    if (!active) return;
    // Asked first: without an answer Next would leave the page for an empty one.
    const look = () => fetch("/api/health/live").then(refresh, () => undefined);
    const timer = setInterval(look, EVERY_MS);
    return () => clearInterval(timer);
  }, [active, refresh]);
  return active ? (
    <noscript>
      <p>Reload this page to see how far it is.</p>
    </noscript>
  ) : null;
}
