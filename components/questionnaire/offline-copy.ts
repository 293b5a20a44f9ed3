import { usePathname } from "next/navigation";
import { useEffect } from "react";

/** Has the browser keep the page that is open, so that it opens again while the app does not answer. */
export function useOfflineCopy() {
  const pathname = usePathname();
  useEffect(() => {
    // A copy would hide what is being developed. A browser that refuses only lacks the copy.
    if (process.env.NODE_ENV === "production") keepPage(pathname).catch(() => undefined);
  }, [pathname]);
}

async function keepPage(pathname: string) {
  await navigator.serviceWorker.register("/questionnaire-worker.js");
  const { active } = await navigator.serviceWorker.ready;
  const loaded = performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname);
  active?.postMessage({ build: process.env.BUILD_ID, addresses: [pathname, ...new Set(loaded)] });
}
