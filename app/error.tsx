"use client";

import { Failed } from "@/components/shell/failed";

/** Where not even the organization and its navigation can be read. */
export default function AppError(props: Parameters<typeof Failed>[0]) {
  return (
    <main className="mx-auto max-w-6xl px-4">
      <Failed {...props} />
    </main>
  );
}
