"use client";

import { useEffect, useRef } from "react";

export type FieldError = { id: string; message: string };

/** Lists what is wrong, takes the focus when it appears, and leads to each field. */
export function ErrorSummary({ title, errors }: { title: string; errors: readonly FieldError[] }) {
  const box = useRef<HTMLDivElement>(null);
  const shown = errors.length > 0;
  useEffect(() => {
    if (shown) box.current?.focus();
  }, [shown]);
  if (!shown) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="rounded-md border-2 border-danger bg-danger-tint p-4"
    >
      <p className="font-semibold">{title}</p>
      <ul className="mt-2 list-disc pl-5">
        {errors.map((error) => (
          <li key={error.id}>
            <a href={`#${error.id}`} className="text-danger underline underline-offset-3">
              {error.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
