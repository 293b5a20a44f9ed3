"use client";

import clsx from "clsx";
import { type ComponentType, type ReactNode, useEffect, useRef, useState } from "react";
import { useHydrated } from "@/components/ui/use-hydrated";

/** The box of a live chart, in pixels. */
export type Size = { width: number; height: number };

/** The size of the element now and as it changes; null before it is there. */
function useSize(active: boolean) {
  const ref = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size | null>(null);
  useEffect(() => {
    const box = ref.current;
    if (!active || !box) return;
    const measure = () => {
      // A box that is not shown has no size; the last one then still holds.
      if (box.clientWidth > 0) setSize({ width: box.clientWidth, height: box.clientHeight });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, [active]);
  return [ref, size] as const;
}

/** The static chart, and on request the live one in the same box. Its script is fetched at the first touch. */
export function ExploreBox<P extends object>({
  load,
  data,
  children,
}: {
  load: () => Promise<ComponentType<P & Size>>;
  data: P;
  children: ReactNode;
}) {
  const hydrated = useHydrated();
  const [Live, setLive] = useState<ComponentType<P & Size> | null>(null);
  const [box, size] = useSize(Live !== null);
  const [failed, setFailed] = useState(false);

  async function toggle() {
    if (Live) return setLive(null);
    try {
      const loaded = await load();
      setFailed(false);
      setLive(() => loaded);
    } catch {
      setFailed(true);
    }
  }
  const preload = () => void load().catch(() => {});

  return (
    <>
      <div ref={box} className="relative" onPointerEnter={preload}>
        <div className={Live ? "invisible print:visible" : undefined}>{children}</div>
        {Live && size ? (
          <div className="absolute inset-0 text-sm print:hidden">
            <Live {...data} {...size} />
          </div>
        ) : null}
      </div>
      <p role="status" className="text-sm text-muted print:hidden">
        {Live ? "Point at the chart, or tab to it and use the left and right arrow keys." : null}
        {failed ? "This needs a connection. The table has the same figures." : null}
      </p>
      {/* On the line of the table's summary, so that it takes no height of its own. */}
      <div className={clsx("relative mt-1 h-0 print:hidden", !hydrated && "invisible")}>
        <button
          type="button"
          onClick={toggle}
          onFocus={preload}
          className="absolute top-0 right-0 min-h-11 text-accent underline underline-offset-4 hover:text-accent-strong"
        >
          {Live ? "Stop exploring" : "Explore"}
        </button>
      </div>
    </>
  );
}
