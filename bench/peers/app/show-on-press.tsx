"use client";

import { type ReactNode, useState } from "react";

/** The page is loaded and idle before what is measured begins. */
export function ShowOnPress({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState(false);
  if (shown) return children;
  return (
    <button type="button" onClick={() => setShown(true)}>
      Show
    </button>
  );
}
