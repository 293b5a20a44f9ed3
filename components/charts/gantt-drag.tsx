"use client";

import clsx from "clsx";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from "react";
import { useHydrated } from "@/components/ui/use-hydrated";

/** Less than this is a click, in pixels. */
const SLACK = 4;
/** The most that the words on a proposal take, in pixels. */
const SAID_WIDTH = 240;
const KEYS = ". Enter shows what would change, Escape leaves it.";

/** A bar, the weeks that it has and the one that is proposed for its first. */
type Grip = { bar: SVGElement; address: string; from: number; end: number; weeks: number; week: number };

/** The pointer that holds it, and where it took hold, in pixels. */
type Hold = { pointer: number; x: number; grip: Grip };

/** Where the proposal is said, in pixels of the box: above what a finger holds, below a name that has the focus. */
type Said = { words: string; x: number; y: number; above: boolean };

/**
 * Bars that can be dragged to another week, or moved by arrow keys from the link of their row. Dropping one opens what
 * the move would change; without script, or instead, the page of the row does the same.
 */
export function GanttDrag({ children }: { children: ReactNode }) {
  const hydrated = useHydrated();
  const { push } = useRouter();
  const box = useRef<HTMLDivElement>(null);
  const hold = useRef<Hold | null>(null);
  const proposed = useRef<Grip | null>(null);
  const spent = useRef(false);
  const [said, setSaid] = useState<Said | null>(null);

  function propose(grip: Grip, week: number, { byKey }: { byKey: boolean }) {
    const { bar, from, end, weeks } = grip;
    grip.week = Math.max(1, Math.min(weeks - (end - from), week));
    proposed.current = grip;
    const by = grip.week - from;
    bar.style.transform = `translateX(${by * weekWidth(grip)}px)`;
    const at = bar.getBoundingClientRect();
    const within = box.current?.getBoundingClientRect() ?? at;
    setSaid({
      words: `${wordsOf(grip.week, end + by, by)}${byKey ? KEYS : ""}`,
      x: Math.max(0, Math.min(at.left - within.left, within.width - SAID_WIDTH)),
      y: (byKey ? at.bottom : at.top) - within.top,
      above: !byKey,
    });
  }

  function cancel() {
    proposed.current?.bar.style.removeProperty("transform");
    proposed.current = null;
    hold.current = null;
    setSaid(null);
  }

  function open() {
    const grip = proposed.current;
    if (!grip || grip.week === grip.from) return cancel();
    hold.current = null;
    push(`${grip.address}&week=${grip.week}` as Route);
  }

  const held = said !== null;
  useEffect(() => {
    if (!held) return;
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key === "Escape") cancel();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  });

  function onPointerDown({ target, button, isPrimary, pointerId, clientX }: PointerEvent) {
    spent.current = false;
    const grip = isPrimary && button === 0 ? gripOf(target) : null;
    if (!grip) return;
    cancel();
    hold.current = { pointer: pointerId, x: clientX, grip };
  }

  function onPointerMove({ pointerId, clientX }: PointerEvent) {
    if (hold.current?.pointer !== pointerId) return;
    const { x, grip } = hold.current;
    if (!proposed.current && Math.abs(clientX - x) < SLACK) return;
    spent.current = true;
    grip.bar.setPointerCapture(pointerId);
    propose(grip, grip.from + Math.round((clientX - x) / weekWidth(grip)), { byKey: false });
  }

  function onPointerUp({ pointerId }: PointerEvent) {
    if (hold.current?.pointer === pointerId) open();
  }

  /** The click that ends a drag does not follow the bar's link. */
  function onClickCapture(event: MouseEvent) {
    if (!spent.current) return;
    spent.current = false;
    event.preventDefault();
    event.stopPropagation();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key === "Enter" && proposed.current) {
      event.preventDefault();
      open();
    }
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const row = event.target instanceof Element ? event.target.closest("li") : null;
    const grip = by ? (proposed.current ?? gripOf(row?.querySelector("[data-move]") ?? null)) : null;
    if (!by || !grip) return;
    event.preventDefault();
    propose(grip, grip.week + by, { byKey: true });
  }

  return (
    <>
      <p className={clsx("mb-2 text-sm text-muted print:hidden", !hydrated && "invisible")}>
        Drag a bar to another week, or tab to its name and use the left and right arrow keys. You see what
        changes first.
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the rows within are the controls, this hears of them */}
      <div
        ref={box}
        className="relative"
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={cancel}
        onClickCapture={onClickCapture}
        onDragStart={(event) => event.preventDefault()}
        onKeyDown={onKeyDown}
        onBlur={() => hold.current === null && cancel()}
      >
        {children}
        <p
          role="status"
          className={clsx(
            "pointer-events-none absolute z-10 w-max max-w-[240px] rounded-md border border-line-strong bg-surface px-2 py-1 text-sm tabular-nums empty:border-0 empty:p-0 print:hidden",
            said?.above && "-translate-y-full",
          )}
          style={said ? { left: said.x, top: said.y } : undefined}
        >
          {said?.words}
        </p>
      </div>
    </>
  );
}

/** What `data-move` (the address that shows what a move would change) and its neighbours say of a bar. */
function gripOf(target: EventTarget | null): Grip | null {
  const bar = target instanceof SVGElement ? target.closest<SVGElement>("[data-move]") : null;
  const { move, week, end, weeks } = bar?.dataset ?? {};
  if (!bar || move === undefined) return null;
  const from = Number(week);
  return { bar, address: move, from, end: Number(end), weeks: Number(weeks), week: from };
}

/** In pixels. */
function weekWidth({ bar, weeks }: Grip): number {
  return (bar.ownerSVGElement?.getBoundingClientRect().width ?? 0) / weeks;
}

function wordsOf(week: number, end: number, by: number): string {
  const weeks = week === end ? `Week ${week}` : `Weeks ${week}–${end}`;
  if (by === 0) return `${weeks}, where it is`;
  return `${weeks}, ${Math.abs(by)} ${by > 0 ? "later" : "earlier"}`;
}
