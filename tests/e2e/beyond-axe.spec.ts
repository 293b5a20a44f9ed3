import type { Page } from "@playwright/test";
import { loadSample, makePlan, planPages, samplePages } from "../support/page-addresses";
import { expect, test } from "../support/test";

/** What a rule checker cannot see. The criteria of WCAG 2.2 stand in docs/accessibility.md with these tests. */
let pages: Record<string, string> = {};
test.beforeAll(async ({ browser, app }) => {
  const page = await browser.newPage();
  await loadSample(page, app.url);
  pages = { home: "/my-organization", ...(await samplePages(page, app.url, "Community Clinics")) };
  const plan = await makePlan(page, app.url, ["Community Clinics", "Freight Services"]);
  pages = { ...pages, ...(await planPages(page, app.url, plan)) };
  await page.close();
});

const SHOWN = [
  "home",
  "task list",
  "questions",
  "review",
  "results",
  "compare chosen units",
  "plan",
  "planned action",
] as const;
const open = (page: Page, name: string) => page.goto(pages[name] ?? "");

/** What has the focus, and whether it can be seen to have it. */
function focused(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    // A row draws the outline for the control in it.
    const drawn = [element, element.closest("label")].some((one) => {
      const style = one && getComputedStyle(one);
      return style && style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2;
    });
    const { left, top, width, height } = element.getBoundingClientRect();
    const shown = { x: left + width / 2, y: top + Math.min(height, 40) / 2 };
    const hit = document.elementFromPoint(shown.x, shown.y);
    const free = hit !== null && (element.contains(hit) || hit.contains(element));
    return { what: element.outerHTML.slice(0, 120), drawn, free, y: top + scrollY, x: left };
  });
}

for (const name of SHOWN) {
  test(`${name}: the focus is always seen and never covered`, async ({ page }) => {
    test.slow();
    await open(page, name);
    await page.evaluate(() => scrollTo(0, 0));
    const seen: NonNullable<Awaited<ReturnType<typeof focused>>>[] = [];
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press("Tab");
      const now = await focused(page);
      if (!now) break;
      seen.push(now);
    }
    expect(seen.length).toBeGreaterThan(10);
    expect(seen.filter(({ drawn }) => !drawn).map(({ what }) => what)).toEqual([]);
    expect(seen.filter(({ free }) => !free).map(({ what }) => what)).toEqual([]);
  });

  test(`${name}: text at twice its size is neither cut nor beside the page`, async ({ page }) => {
    await open(page, name);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
    });
    const cut = await page.evaluate(() => {
      const wide = document.documentElement.scrollWidth > innerWidth ? ["the page scrolls sideways"] : [];
      const clipped = [...document.querySelectorAll("button, h1, h2, h3, summary, label, legend")].filter(
        (element) => {
          const { overflowX, overflowY } = getComputedStyle(element);
          const hides = overflowX === "hidden" || overflowY === "hidden";
          return (
            hides &&
            (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)
          );
        },
      );
      return [...wide, ...clipped.map((element) => element.outerHTML.slice(0, 120))];
    });
    expect(cut).toEqual([]);
  });

  test(`${name}: what is pressed is large enough to hit`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 800 });
    await open(page, name);
    const small = await page.evaluate(() => {
      const targets = document.querySelectorAll(
        "button, input, select, textarea, summary, nav a, [role=button]",
      );
      return [...targets].flatMap((target) => {
        const shown = target.closest("label") ?? target;
        const { width, height } = shown.getBoundingClientRect();
        const hidden =
          width === 0 || getComputedStyle(target).visibility === "hidden" || target.matches(".sr-only");
        return hidden || (width >= 24 && height >= 24)
          ? []
          : [`${width}×${height} ${target.outerHTML.slice(0, 100)}`];
      });
    });
    expect(small).toEqual([]);
  });

  test(`${name}: nothing moves for who asked for less motion`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await open(page, name);
    await page.getByRole("main").getByRole("link").first().hover();
    await page.keyboard.press("Tab");
    // What takes a hundredth of a millisecond only changes.
    const moving = () =>
      document.getAnimations().filter(({ effect }) => Number(effect?.getComputedTiming().duration) > 1)
        .length;
    expect(await page.evaluate(moving)).toBe(0);
  });

  test(`${name}: with the colors of the system, what is chosen and what has the focus can be told`, async ({
    page,
  }) => {
    await page.emulateMedia({ forcedColors: "active" });
    await open(page, name);
    const main = page.getByRole("navigation", { name: "Main" });
    await expect(main.locator("[aria-current]")).toHaveCount(1);
    const lines = await main
      .getByRole("link")
      .evaluateAll((links) => links.map((link) => getComputedStyle(link).borderBottomColor));
    expect(new Set(lines).size).toBe(2);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    expect((await focused(page))?.drawn).toBe(true);
  });
}

test("a result is read from names and roles alone: verdict, figures, gaps, charts, tables", async ({
  page,
}) => {
  await open(page, "results");
  const verdict = page.getByRole("region", { name: "Not ready for expansion" });
  await expect(verdict.getByRole("listitem").first()).toContainText("Risk management is gating");
  await expect(verdict.getByRole("term").first()).toHaveText("Readiness for expansion");
  await expect(verdict.getByRole("definition").first()).toContainText("69.1 of 100");
  const radar = page.getByRole("figure", { name: /^Score by area against what expansion requires/ });
  await expect(radar).toHaveAccessibleDescription(/Governance/);
  const bars = page.getByRole("figure", { name: "Governance framework holds Community Clinics back" });
  await expect(bars).toHaveAccessibleDescription(/40\.3/);
  await bars.getByText("Show as table").press("Enter");
  await expect(
    bars
      .getByRole("row", { name: /Governance framework/ })
      .getByRole("cell", { name: "40.3" })
      .first(),
  ).toBeVisible();
  const risks = page.getByRole("table", { name: /risks are rated high or very high/ });
  await risks.getByRole("button").first().focus();
  await expect(page.getByText(/Generated output harms a customer/).first()).toBeVisible();
});

test("a chart is explored with the keyboard", async ({ page }) => {
  await open(page, "results");
  const bars = page.getByRole("figure", { name: "Governance framework holds Community Clinics back" });
  await bars.getByRole("button", { name: "Explore" }).press("Enter");
  await expect(
    bars.getByText("Point at the chart, or tab to it and use the left and right arrow keys."),
  ).toBeVisible();
  // The words come a moment before what they speak of.
  await expect(bars.getByRole("application")).toBeVisible();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("ArrowRight");
  await expect(bars.locator(".recharts-tooltip-wrapper")).toContainText(/\d+\.\d/);
});
