"use client";

import type { ComponentProps, KeyboardEvent } from "react";

const TYPING = "input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]";

function toggleTable(event: KeyboardEvent<HTMLElement>) {
  if (event.key !== "t" || event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.target instanceof Element && event.target.matches(TYPING)) return;
  const table = event.currentTarget.querySelector<HTMLDetailsElement>("details[data-table]");
  if (!table) return;
  table.open = !table.open;
  table.querySelector("summary")?.focus();
}

/** A figure whose table opens and closes with `t` while focus is inside; without script the table opens by click. */
export function TableKeyFigure(props: ComponentProps<"figure">) {
  return <figure onKeyDown={toggleTable} {...props} />;
}
