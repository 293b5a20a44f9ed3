import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import type { Locator, Page } from "@playwright/test";
import ICAL from "ical.js";
import mammoth from "mammoth";
import Papa from "papaparse";
import { formatScore } from "@/lib/format/number";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { INFRASTRUCTURE_WORDS, PITFALL_WORDS } from "@/lib/framework/words";
import { outlookOf } from "@/lib/planning/engine/outlook";
import type { Plan, PlanItem, PlanRequest } from "@/lib/planning/plan";
import { datedActivities, timesInWords } from "@/lib/planning/reading/dated-activities";
import { needsOf } from "@/lib/planning/reading/needs";
import { STATUS_WORDS } from "@/lib/planning/reading/plan-words";
import { moneyRangeInWords, rangeInWords } from "@/lib/planning/uncertainty";
import { HOME, loadSample } from "../support/page-addresses";
import { expect, test } from "../support/test";

test.describe.configure({ mode: "serial" });

type PlanFile = { name: string; revision: number; signedOff: unknown; request: PlanRequest; plan: Plan };

async function file(page: Page, plan: string, format: string): Promise<string> {
  const response = await page.request.get(`${plan}/export/${format}`);
  expect(response.status()).toBe(200);
  return response.text();
}

async function json(page: Page, plan: string): Promise<PlanFile> {
  return JSON.parse(await file(page, plan, "json"));
}

/** What the engine makes of a request, in a process of its own. */
async function byCommandLine(request: PlanRequest): Promise<Plan> {
  const path = test.info().outputPath("request.json");
  await writeFile(path, JSON.stringify(request));
  const { stdout } = await promisify(execFile)("npm", ["run", "-s", "plan", "--", path]);
  return JSON.parse(stdout);
}

async function saved(page: Page, link: Locator): Promise<Buffer> {
  const response = await page.request.get((await link.getAttribute("href")) ?? "");
  expect(response.status()).toBe(200);
  return response.body();
}

const said = (page: Page) => page.getByRole("status").first();
const roadmap = (page: Page) => page.locator("#roadmap table");
const action = (page: Page, place: number) => roadmap(page).getByRole("link").nth(place);

/** Made by the first test, signed off by the last. */
let plan = "";

test("from a result to a plan: nothing is typed twice, and a fault loses nothing", async ({
  page,
  baseURL,
}) => {
  await loadSample(page, baseURL ?? "");
  await page.goto(`${HOME}/units`);
  await page.getByRole("link", { name: "Community Clinics" }).click();
  await page.getByRole("link", { name: "Make a plan" }).click();
  await expect(page.getByRole("checkbox", { name: "Community Clinics" })).toBeChecked();
  await page.getByRole("checkbox", { name: "Freight Services" }).check();
  await page.getByRole("radio", { name: "Every gap closed" }).check();
  await page.getByLabel("Weeks").fill("2000");
  await page.getByLabel("Data lead: Cost per week").fill("much");
  await page.getByRole("button", { name: "Make the plan" }).click();
  const faults = page.getByRole("alert").filter({ hasText: "Check these fields" });
  await expect(faults.getByRole("link")).toHaveText([
    "Enter a name.",
    "Enter a whole number of weeks from 12 to 52.",
    "Enter an amount without signs, such as 2500.",
  ]);
  await expect(page.getByRole("checkbox", { name: "Freight Services" })).toBeChecked();
  await expect(page.getByLabel("Data lead: Cost per week")).toHaveValue("much");

  await expect(page.getByRole("radio", { name: "Every gap closed" })).toBeChecked();
  await page.getByRole("radio", { name: "Ready, with the least effort" }).check();
  await page.getByLabel("Name of the plan").fill("Care and freight");
  await page.getByLabel("Weeks").fill("24");
  for (const rate of await page.getByLabel(/: Cost per week$/).all()) await rate.fill("2,500");
  for (const people of await page.getByLabel(/: People$/).all()) await people.fill("0");
  await page.getByRole("button", { name: "Make the plan" }).click();
  await expect(page.getByText(/^People: expected at least one role with more than 0/)).toBeVisible();
  await expect(page.getByLabel("Name of the plan")).toHaveValue("Care and freight");
  for (const people of await page.getByLabel(/: People$/).all()) await people.fill("1.5");
  await page.getByRole("button", { name: "Make the plan" }).click();
  await expect(said(page)).toContainText("Plan made.");
  plan = new URL(page.url()).pathname;
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Care and freight");
});

test("every figure on the page and in the files is the engine's", async ({ page }) => {
  const stored = await json(page, plan);
  const made = await byCommandLine(stored.request);
  expect(stored.plan).toEqual(made);

  await page.goto(plan);
  const reached = page.getByRole("region", { name: "What each unit reaches" }).getByRole("row");
  for (const [place, unit] of made.units.entries()) {
    const row = reached.nth(place + 1);
    await expect(row).toContainText(unit.name);
    await expect(row).toContainText(
      `${formatScore(unit.readinessNow)} → ${formatScore(unit.readinessPlanned)}`,
    );
  }
  await expect(page.getByText(`USD ${made.cost.amount?.toLocaleString("en-US")}`).first()).toBeVisible();
  await expect(roadmap(page).getByRole("link")).toHaveCount(made.items.length);
  for (const approach of ["Phased", "Parallel", "Hybrid"] as const) {
    const score = made.approach.scores[approach.toLowerCase() as "phased"];
    const bar = page.locator("#approach figure li").filter({ hasText: approach }).first();
    await expect(bar).toContainText(formatScore(score));
  }

  const csv = Papa.parse<Record<string, string>>((await file(page, plan, "csv")).replace(/^\uFEFF/, ""), {
    header: true,
    skipEmptyLines: true,
  });
  expect(csv.errors).toEqual([]);
  expect(
    csv.data.map(({ unit, action: key, startWeek, endWeek, personWeeks }) => ({
      unit,
      action: key,
      startWeek: Number(startWeek),
      endWeek: Number(endWeek),
      personWeeks: Number(personWeeks),
    })),
  ).toEqual(
    made.items.map(({ unit, action: key, startWeek, endWeek, personWeeks }) => ({
      unit,
      action: key,
      startWeek,
      endWeek,
      personWeeks,
    })),
  );
  const calendar = new ICAL.Component(ICAL.parse(await file(page, plan, "ics")));
  expect(calendar.getAllSubcomponents("vevent")).toHaveLength(made.items.length + made.milestones.length);
});

test("infrastructures, risks and pitfalls stand as they are today and as planned", async ({ page }) => {
  const { request, plan: made } = await json(page, plan);
  await page.goto(plan);
  await page.getByRole("link", { name: "Infrastructure", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Infrastructure");
  for (const assessment of request.assessments) {
    const { unit, infrastructures } = outlookOf(aiScaling, assessment, made);
    const part = page.getByRole("region", { name: unit, exact: true });
    for (const { key, readinessNow, readinessPlanned, capabilities } of infrastructures) {
      const now = formatScore(readinessNow);
      const planned = formatScore(readinessPlanned);
      await expect(part).toContainText(`Readiness ${now} today, ${planned} as planned`);
      const rows = part
        .getByRole("region", { name: `${INFRASTRUCTURE_WORDS[key]} of ${unit}` })
        .getByRole("row");
      await expect(rows).toHaveCount(capabilities.length + 1);
      for (const [place, { status }] of capabilities.entries())
        await expect(rows.nth(place + 1)).toContainText(STATUS_WORDS[status]);
    }
  }
  await page.getByRole("link", { name: "Risks and pitfalls" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Risks and pitfalls");
  for (const assessment of request.assessments) {
    const { unit, risks, pitfalls } = outlookOf(aiScaling, assessment, made);
    const part = page.getByRole("region", { name: unit, exact: true });
    const lower = risks.filter(({ now, planned }) => now.rating !== planned.rating).length;
    await expect(part).toContainText(`${lower} risk${lower === 1 ? "" : "s"} rated lower by the plan`);
    for (const { key, status } of pitfalls)
      await expect(part.getByRole("region", { name: PITFALL_WORDS[key] })).toContainText(
        STATUS_WORDS[status],
      );
  }
});

test("the four templates hold the figures of the plan, as Word and as PDF", async ({ page }) => {
  const { plan: made } = await json(page, plan);
  await page.goto(plan);
  await page.getByRole("link", { name: "Documents" }).click();
  await expect(page.getByRole("heading", { level: 2 })).toHaveCount(4);
  for (const title of [
    "Scaling strategy",
    "Readiness assessment",
    "Infrastructure planning",
    "Change management",
  ]) {
    const links = page.getByRole("region", { name: title }).getByRole("link");
    const [word, pdf] = await Promise.all([saved(page, links.nth(0)), saved(page, links.nth(1))]);
    const { value: text, messages } = await mammoth.extractRawText({ buffer: word });
    expect(messages).toEqual([]);
    expect(text).toContain("Care and freight");
    for (const { name } of made.units) expect(text).toContain(name);
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    if (title !== "Scaling strategy") continue;
    for (const { readinessNow, readinessPlanned } of made.units) {
      expect(text).toContain(formatScore(readinessNow));
      expect(text).toContain(formatScore(readinessPlanned));
    }
    expect(text).toContain(`USD ${made.cost.amount?.toLocaleString("en-US")}`);
  }
});

test("an action is moved by keyboard, after a look at what that changes", async ({ page }) => {
  const { plan: before } = await json(page, plan);
  const item = before.items[2];
  if (!item) throw new Error("too few actions");
  await page.goto(plan);
  await action(page, 2).focus();
  await page.keyboard.press("Enter");
  await page.getByLabel("First week").fill(String(item.startWeek + 2));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What would change");
  await expect(page.getByRole("region", { name: "Actions that change" })).toContainText(
    `weeks ${item.startWeek + 2}`,
  );
  expect((await json(page, plan)).plan).toEqual(before);
  await page.getByRole("button", { name: "Change the plan" }).click();
  await expect(said(page)).toContainText("Changed");
  const { plan: after, revision } = await json(page, plan);
  expect(revision).toBe(2);
  expect(after.items.find((one) => one.unit === item.unit && one.action === item.action)).toMatchObject({
    startWeek: item.startWeek + 2,
    locked: true,
  });
  await expect(page.getByText("Locked", { exact: true }).filter({ visible: true }).first()).toBeVisible();
});

test("a place that cannot be says why, and what to change", async ({ page }) => {
  const before = await json(page, plan);
  await page.goto(plan);
  await action(page, 0).click();
  await page.getByLabel("First week").fill("24");
  await page.getByRole("button", { name: "See what changes" }).click();
  await expect(
    page.getByText(/expected a week from 1 to \d+, so that it ends within the plan/),
  ).toBeVisible();
  await page.getByRole("link", { name: "Go back" }).click();
  await expect(page.getByLabel("First week")).toBeVisible();
  expect(await json(page, plan)).toEqual(before);
});

test("an action is split in two, moved with its pause, and joined again", async ({ page }) => {
  const before = await json(page, plan);
  const item = before.plan.items.find(({ locked, personWeeks }) => !locked && personWeeks > 1);
  if (!item) throw new Error("no action is free");
  const { unit, action: key } = item;
  const address = `${plan}/action?${new URLSearchParams({ unit, action: key })}`;
  const own = async () =>
    (await json(page, plan)).plan.items.find((one) => one.unit === unit && one.action === key);
  const resume = item.endWeek + 3;
  await page.goto(address);
  await page.getByLabel("Part 1: Person-weeks").fill("0.5");
  await page.getByRole("button", { name: "See what the parts change" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Check these fields" })).toContainText(
    "Enter the week of the plan that the part begins in.",
  );
  await expect(page.getByLabel("Part 1: Person-weeks")).toHaveValue("0.5");
  await page.getByLabel("Part 2: Begins in week").fill(String(resume));
  await page.getByLabel("Part 2: Person-weeks").fill("0.25");
  await page.getByRole("button", { name: "See what the parts change" }).click();
  await expect(page.getByText(/: expected parts that add up to its .+ person-weeks: .+ more/)).toBeVisible();
  await page.getByLabel("Part 2: Person-weeks").fill(String(item.personWeeks - 0.5));
  await page.getByRole("button", { name: "See what the parts change" }).click();
  const changes = page.getByRole("table", { name: "Actions that change" });
  await expect(changes).toContainText(new RegExp(`weeks ${item.startWeek}(–\\d+)? and ${resume}`));
  expect((await json(page, plan)).plan).toEqual(before.plan);
  await page.getByRole("button", { name: "Change the plan" }).click();
  await expect(said(page)).toContainText("Changed");
  const split = await own();
  expect(split?.parts).toMatchObject([
    { startWeek: item.startWeek, personWeeks: 0.5 },
    { startWeek: resume, personWeeks: item.personWeeks - 0.5 },
  ]);
  const after = await json(page, plan);
  expect(after.plan).toEqual(await byCommandLine(after.request));
  const figure = page.locator("#roadmap figure li li").filter({ hasText: "in 2 parts" });
  await expect(figure.locator("rect.fill-series-1, rect.fill-series-2")).toHaveCount(2);

  await page.goto(address);
  await page.getByLabel("First week").fill(String(item.startWeek + 1));
  await page.getByRole("button", { name: "See what changes" }).click();
  await page.getByRole("button", { name: "Change the plan" }).click();
  await expect(said(page)).toContainText("Changed");
  expect((await own())?.parts).toMatchObject([{ startWeek: item.startWeek + 1 }, { startWeek: resume + 1 }]);

  await page.goto(address);
  await page.getByRole("link", { name: "Join the parts" }).click();
  await page.getByRole("button", { name: "Change the plan" }).click();
  await expect(said(page)).toContainText("Changed");
  expect(await own()).toMatchObject({ startWeek: item.startWeek + 1, locked: true });
  await page.goto(address);
  await page.getByRole("link", { name: "Unlock" }).click();
  await page.getByRole("button", { name: "Change the plan" }).click();
  await expect(said(page)).toContainText("Changed");
  expect((await json(page, plan)).plan).toEqual(before.plan);
});

/** The bar of an action in the roadmap's chart, its middle, and how wide a week is there. */
async function barOf(page: Page, { unit, action: key }: PlanItem) {
  const bar = page.locator(
    `#roadmap a[data-move$="${new URLSearchParams({ do: "move", unit, action: key })}"]`,
  );
  await bar.scrollIntoViewIfNeeded();
  const box = await bar.boundingBox();
  const width = await bar.evaluate((own: SVGElement) => own.ownerSVGElement?.clientWidth ?? 0);
  if (!box) throw new Error("the bar is not drawn");
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  return { bar, x, y, week: width / 24 };
}

async function freeItem(page: Page): Promise<PlanItem> {
  const { items } = (await json(page, plan)).plan;
  const item = items.find(({ locked, endWeek }) => !locked && endWeek < 20);
  if (!item) throw new Error("no action is free");
  return item;
}

const proposal = (page: Page) => page.locator("#roadmap figure [role=status]");

test("a bar is dragged to another week, and nothing is stored before the difference was seen", async ({
  page,
}) => {
  const before = await json(page, plan);
  const item = await freeItem(page);
  await page.goto(plan);
  const { x, y, week } = await barOf(page, item);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + week, y, { steps: 3 });
  await expect(proposal(page)).toHaveText(/, 1 later$/);
  await page.mouse.move(x + 2.2 * week, y + 30, { steps: 3 });
  await expect(proposal(page)).toHaveText(new RegExp(`^Weeks? ${item.startWeek + 2}\\b.*, 2 later$`));
  await page.mouse.up();
  await page.waitForURL(/\/change\?/);
  await expect(page.getByText(new RegExp(`begins in week ${item.startWeek + 2} and stays`))).toBeVisible();
  expect(await json(page, plan)).toEqual(before);
  await page.getByRole("link", { name: "Leave it as it is" }).click();
  await expect(page.getByLabel("First week")).toHaveValue(String(item.startWeek));
});

test("Escape ends a drag, and a mere click follows the bar's link", async ({ page }) => {
  const before = await json(page, plan);
  const item = await freeItem(page);
  await page.goto(plan);
  const { bar, x, y, week } = await barOf(page, item);
  const place = await bar.boundingBox();
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 3 * week, y, { steps: 3 });
  await expect(proposal(page)).toHaveText(/, 3 later$/);
  await page.keyboard.press("Escape");
  await expect(proposal(page)).toHaveText("");
  await page.mouse.move(x, y, { steps: 3 });
  await page.mouse.up();
  expect(await bar.boundingBox()).toEqual(place);
  await expect(page).toHaveURL(plan);
  await page.mouse.down();
  await page.mouse.move(x + 2 * week, y, { steps: 3 });
  await page.mouse.move(x, y, { steps: 3 });
  await page.mouse.up();
  await expect(proposal(page)).toHaveText("");
  await expect(page).toHaveURL(plan);
  await page.mouse.click(x, y);
  await page.waitForURL(/\/action\?/);
  expect(await json(page, plan)).toEqual(before);
});

test("arrow keys on an action's name move its bar, and say where to", async ({ page }) => {
  const item = await freeItem(page);
  await page.goto(plan);
  const { bar } = await barOf(page, item);
  const name = bar.locator("xpath=ancestor::li[1]").getByRole("link");
  await name.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(proposal(page)).toContainText(/, 2 later. Enter shows what would change/);
  await page.keyboard.press("Escape");
  await expect(proposal(page)).toHaveText("");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Tab");
  await expect(proposal(page)).toHaveText("");
  await name.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(page.getByText(new RegExp(`begins in week ${item.startWeek + 1} and stays`))).toBeVisible();
});

test("a finger on a bar scrolls the page up and down, and drags the bar sideways", async ({ page }) => {
  const item = await freeItem(page);
  await page.setViewportSize({ width: 360, height: 800 });
  const browser = await page.context().newCDPSession(page);
  await browser.send("Emulation.setTouchEmulationEnabled", { enabled: true });
  const swipe = async (weeks: number, dy: number) => {
    await page.goto(plan);
    const { x, y, week } = await barOf(page, item);
    const dx = weeks * week;
    await browser.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y }] });
    for (const part of [0.25, 0.5, 0.75, 1]) {
      const touchPoints = [{ x: x + dx * part, y: y + dy * part }];
      await browser.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints });
    }
    await browser.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  };
  await page.goto(plan);
  const { bar } = await barOf(page, item);
  const top = (await bar.boundingBox())?.y ?? 0;
  await swipe(0, -150);
  await expect.poll(async () => (await bar.boundingBox())?.y).toBeLessThan(top - 50);
  await expect(page).toHaveURL(plan);
  await expect(proposal(page)).toHaveText("");
  await swipe(3, 0);
  await page.waitForURL(new RegExp(`/change\\?.*week=${item.startWeek + 3}$`));
});

test("an action is left out and put back", async ({ page }) => {
  const before = await json(page, plan);
  await page.goto(plan);
  const title = await action(page, 0).textContent();
  await action(page, 0).click();
  await page.getByRole("link", { name: "See the plan without it" }).click();
  await page.getByRole("button", { name: "Change the plan" }).click();
  await expect(said(page)).toContainText("Changed");
  expect((await json(page, plan)).request.dropped).toHaveLength(1);
  await page.getByRole("link", { name: `Put back ${title}` }).click();
  await page.getByRole("button", { name: "Change the plan" }).click();
  await expect(said(page)).toContainText("Changed");
  const after = await json(page, plan);
  expect(after.plan).toEqual(before.plan);
  expect(after.revision).toBe(before.revision + 2);
});

test("somebody is named for an action, and no week changes", async ({ page }) => {
  const before = await json(page, plan);
  await page.goto(plan);
  await action(page, 0).click();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Ada Lovelace");
  await page.getByRole("button", { name: "Store" }).click();
  await expect(said(page)).toContainText("Changed");
  await expect(roadmap(page).getByText("Ada Lovelace")).toBeVisible();
  const after = await json(page, plan);
  const withoutPeople = ({ items, ...rest }: Plan) => ({
    ...rest,
    items: items.map(({ person, ...item }) => item),
  });
  expect(withoutPeople(after.plan)).toEqual(withoutPeople(before.plan));
});

test("other settings: locks stay, and the difference comes first", async ({ page }) => {
  const before = await json(page, plan);
  await page.goto(plan);
  await page.getByRole("link", { name: "Change what is asked for" }).click();
  await expect(page.getByLabel("Data lead: People")).toHaveValue("1.5");
  await page.getByLabel("Weeks").fill("0");
  await page.getByRole("radio", { name: "Every gap closed" }).check();
  await page.getByRole("button", { name: "See what changes" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Enter a whole number of weeks from 12 to 52.");
  await expect(page.getByRole("radio", { name: "Every gap closed" })).toBeChecked();
  await page.getByLabel("Weeks").fill("30");
  await page.getByRole("button", { name: "See what changes" }).click();
  await expect(page.getByText(/actions? more/)).toBeVisible();
  expect(await json(page, plan)).toEqual(before);
  await page.getByRole("button", { name: "Change the plan" }).click();
  await expect(said(page)).toContainText("Changed");
  const after = await json(page, plan);
  expect(after.request).toMatchObject({ weeks: 30, targetVerdict: null, locked: before.request.locked });
  expect(after.plan.items.length).toBeGreaterThan(before.plan.items.length);
});

test("technology and uncertainty are stated, and every page and file shows their figures", async ({
  page,
}) => {
  const before = await json(page, plan);
  await page.goto(plan);
  await page.getByRole("link", { name: "Change what is asked for" }).click();
  await page.getByText("Technology, and how sure the estimates are").click();
  await page.getByLabel("AI platform", { exact: true }).fill("a lot");
  await page.getByLabel("Less than estimated").fill("25");
  await page.getByLabel("More than estimated").fill("1001");
  await page.getByRole("button", { name: "See what changes" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Enter percent from 0 to 1000, such as 25.");
  await expect(page.getByLabel("AI platform", { exact: true })).toHaveValue("a lot");
  await page.getByLabel("AI platform", { exact: true }).fill("60,000");
  await page.getByLabel("More than estimated").fill("75");
  await page.getByRole("button", { name: "See what changes" }).click();
  await page.getByRole("button", { name: "Change the plan" }).click();
  await expect(said(page)).toContainText("Changed");
  const after = await json(page, plan);
  expect(after.request).toMatchObject({
    uncertainty: { less: 25, more: 75 },
    budget: { technology: { "ai-platform": 60_000 } },
  });
  expect(after.plan.items).toEqual(before.plan.items);
  expect(after.plan.cost.amount).toBeCloseTo((before.plan.cost.amount ?? 0) + 60_000, 6);
  const needs = needsOf(aiScaling, after.request, after.plan);
  const range = moneyRangeInWords(needs.cost?.range ?? null, "USD");
  await expect(
    page.getByRole("region", { name: / with this plan$|are ready| is ready/ }).first(),
  ).toContainText(range);
  const people = page.locator("#people");
  await expect(people).toContainText(range);
  await expect(people).toContainText("may be 25% less or 75% more than estimated");
  for (const { personWeeksRange } of needs.roles)
    await expect(people).toContainText(rangeInWords(personWeeksRange));
  const rows = page.getByRole("region", { name: "Technology by phase" }).getByRole("row");
  await expect(rows).toHaveCount(needs.technology.length + 1);
  await expect(rows.filter({ hasText: "USD 60,000" })).toHaveCount(1);
  const document = await page.request.get(`${plan}/documents/strategy/docx`);
  const { value: text } = await mammoth.extractRawText({ buffer: await document.body() });
  expect(text).toContain(range);
});

test("a success metric gets its baseline, target and owner, and no week changes", async ({ page }) => {
  const before = await json(page, plan);
  await page.goto(plan);
  await page.getByRole("link", { name: "Success metrics" }).click();
  const metric = page.getByRole("region", { name: "User adoption" });
  await metric.getByText("Set the goal of user adoption").click();
  await metric.getByLabel("Baseline (%)").fill("a third");
  await metric.getByRole("button", { name: "Store" }).click();
  await expect(metric.getByRole("alert")).toContainText("Enter a number, such as 62.5, or leave it open.");
  await expect(metric.getByLabel("Baseline (%)")).toHaveValue("a third");
  await metric.getByLabel("Baseline (%)").fill("33.5");
  await metric.getByLabel("Target (%)").fill("70");
  await metric.getByLabel("Owner").fill("Ada Lovelace");
  await metric.getByRole("button", { name: "Store" }).click();
  await expect(said(page)).toContainText("Stored.");
  await expect(metric).toContainText("33.5 %");
  await expect(metric).toContainText("70 %");
  const after = await json(page, plan);
  expect(after.plan).toEqual(before.plan);
  expect(after.request.metrics).toEqual([
    { metric: "user-adoption", baseline: 33.5, target: 70, owner: "Ada Lovelace" },
  ]);
  const strategy = await page.request.get(`${plan}/documents/strategy/docx`);
  const { value: text } = await mammoth.extractRawText({ buffer: await strategy.body() });
  expect(text).toContain("33.5 %");
});

test("stakeholders are mapped, changed and taken off, and what lowers their barrier is in the roadmap", async ({
  page,
}) => {
  const before = await json(page, plan);
  await page.goto(plan);
  await page.getByRole("link", { name: "Stakeholders", exact: true }).click();
  const add = page.getByRole("region", { name: "Add a group" });
  await add.getByLabel("Group").fill("Branch managers");
  await add.getByLabel("Influence").selectOption("5");
  await add.getByLabel("Support").selectOption("2");
  await add.getByLabel("What stands in the way").selectOption("awareness");
  await add.getByLabel("Engagement").fill("Breakfast with the sponsor\nevery second week");
  await add.getByRole("button", { name: "Add" }).click();
  await expect(said(page)).toContainText("Stored.");
  await expect(page.getByRole("figure", { name: "1 of 1 group to win over" })).toBeVisible();
  const group = page.getByRole("region", { name: "Branch managers" });
  await expect(group).toContainText("Win over");
  await expect(group).toContainText("Breakfast with the sponsor");
  await expect(add.getByLabel("Group")).toHaveValue("");

  await add.getByLabel("Group").fill("Branch managers");
  await add.getByRole("button", { name: "Add" }).click();
  await expect(add.getByRole("alert")).toContainText("Group: expected a name that no other group has.");
  await group.getByText("Change Branch managers").click();
  await group.getByLabel("Group").fill("  ");
  await group.getByLabel("Support").selectOption("4");
  await group.getByRole("button", { name: "Store" }).click();
  await expect(group.getByRole("alert")).toContainText("Enter the name of the group.");
  await expect(group.getByLabel("Support")).toHaveValue("4");
  await group.getByLabel("Group").fill("Branch managers");
  await group.getByRole("button", { name: "Store" }).click();
  await expect(group).toContainText("Have them lead");
  const after = await json(page, plan);
  expect(after.plan).toEqual(before.plan);
  expect(after.request.stakeholders).toMatchObject([{ group: "Branch managers", influence: 5, support: 4 }]);
  const report = await page.request.get(`${plan}/documents/change/docx`);
  const { value: text } = await mammoth.extractRawText({ buffer: await report.body() });
  expect(text).toContain("Breakfast with the sponsor");

  await expect(group).toContainText("Proposed: communication, training and support");
  await group.getByRole("button", { name: "Plan this for Branch managers" }).click();
  await expect(said(page)).toContainText("Stored.");
  await expect(group).not.toContainText("Proposed");
  const change = group.getByText("Change what is done for Branch managers");
  await change.click();
  const training = group.getByRole("group", { name: "Training" });
  await training.getByLabel("What").fill("A day in a branch that has it");
  await training.getByLabel("By").fill("x".repeat(101));
  await training.getByLabel("Phases of the roadmap").selectOption({ label: "Expansion" });
  await group.getByRole("button", { name: "Store" }).click();
  await expect(group.getByRole("alert")).toContainText("Training: use at most 100 characters.");
  await expect(training.getByLabel("What")).toHaveValue("A day in a branch that has it");
  await training.getByLabel("By").fill("Grace Hopper");
  await group.getByRole("group", { name: "Support" }).getByLabel("What").fill("");
  await group.getByRole("button", { name: "Store" }).click();
  await expect(group.getByRole("definition").filter({ hasText: "A day in a branch" })).toContainText(
    "by Grace Hopper",
  );
  const told = await json(page, plan);
  expect(told.plan).toEqual(before.plan);
  const dated = datedActivities(aiScaling, told.request, told.plan);
  expect(dated.map(({ kind }) => kind).sort()).toEqual(["communication", "training"]);
  await page.goto(plan);
  const rows = page.locator("#activities table").last().getByRole("row");
  await expect(rows).toHaveCount(dated.length + 1);
  for (const [place, activity] of dated.entries()) {
    await expect(rows.nth(place + 1)).toContainText(activity.what);
    await expect(rows.nth(place + 1)).toContainText(timesInWords(activity));
  }
  for (const { what } of dated) expect(await file(page, plan, "csv")).toContain(what);
  expect((await file(page, plan, "ics")).replaceAll("\r\n ", "")).toContain(
    "SUMMARY:Training for Branch managers: A day in a branch that has it",
  );
  const document = await page.request.get(`${plan}/documents/change/docx`);
  const { value: words } = await mammoth.extractRawText({ buffer: await document.body() });
  for (const { what } of dated) expect(words).toContain(what);
  await page.goto(`${plan}/stakeholders`);
  await group.getByRole("button", { name: "Take Branch managers off the map" }).click();
  await expect(group).toHaveCount(0);
});

test("two people change one plan: the second looks at it again", async ({ page, context }) => {
  await page.goto(plan);
  await action(page, 0).click();
  await page.getByLabel("First week").fill("3");
  await page.getByRole("button", { name: "See what changes" }).click();
  const other = await context.newPage();
  await other.goto(plan);
  await action(other, 0).click();
  await other.getByRole("textbox", { name: "Name", exact: true }).fill("Grace Hopper");
  await other.getByRole("button", { name: "Store" }).click();
  await expect(said(other)).toContainText("Changed");
  const before = await json(page, plan);
  await page.getByRole("button", { name: "Change the plan" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Somebody has changed this plan");
  expect(await json(page, plan)).toEqual(before);
});

test("a sponsor signs it off, then nothing changes any more but a copy", async ({ page }) => {
  await page.goto(plan);
  await page.getByLabel("Name of who signs").fill("Marie Curie");
  await page.getByRole("button", { name: "Sign off this plan" }).click();
  await expect(said(page)).toContainText("Signed off.");
  await expect(page.getByRole("link", { name: "Change what is asked for" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Sign off this plan" })).toHaveCount(0);
  await expect(page.locator("#roadmap figure a").first()).toBeAttached();
  await expect(page.locator("#roadmap [data-move]")).toHaveCount(0);
  await action(page, 0).click();
  await expect(page.getByLabel("First week")).toHaveCount(0);
  const signed = await json(page, plan);
  expect(signed.signedOff).toMatchObject({ by: "Marie Curie" });
  await page.goto(`${plan}/settings`);
  await expect(page.getByText("This plan is signed off. Copy it to go on.")).toBeVisible();

  await page.goto(plan);
  await page.getByText("Copy", { exact: true }).first().click();
  await page.getByRole("button", { name: "Copy" }).click();
  await expect(said(page)).toContainText("Copied.");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Care and freight, copy");
  expect((await json(page, new URL(page.url()).pathname)).plan).toEqual(signed.plan);
  await page.goto(`${HOME}/plans`);
  await expect(page.getByRole("region", { name: "Plans" }).getByRole("row")).toHaveCount(3);
  await expect(page.getByText("Signed off by Marie Curie")).toBeVisible();
});

test("a plan is deleted and comes back", async ({ page }) => {
  await page.goto(`${HOME}/plans`);
  await page.getByRole("link", { name: "Care and freight, copy" }).click();
  await page.getByText("Delete", { exact: true }).click();
  await page.getByRole("button", { name: "Delete this plan" }).click();
  await expect(said(page)).toContainText("You can restore it here for 30 days.");
  await page.getByRole("button", { name: "Restore" }).click();
  await expect(said(page)).toContainText("Restored, just as it was.");
  await page.goto(`${HOME}/plans`);
  await expect(page.getByRole("link", { name: "Care and freight, copy" })).toBeVisible();
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a plan is made and changed", async ({ page }) => {
    await page.goto(`${HOME}/plans/new`);
    await page.getByLabel("Name of the plan").fill("Plain");
    await page.getByRole("button", { name: "Make the plan" }).click();
    await expect(page.getByText("Choose at least one unit.").first()).toBeVisible();
    await expect(page.getByLabel("Name of the plan")).toHaveValue("Plain");
    await page.getByRole("checkbox", { name: "Retail Banking" }).check();
    await page.getByRole("checkbox", { name: "Home Stores" }).check();
    await page.getByRole("button", { name: "Make the plan" }).click();
    await expect(said(page)).toContainText("Plan made.");
    await action(page, 0).click();
    await page.getByLabel("First week").fill("2");
    await page.getByRole("button", { name: "See what changes" }).click();
    await page.getByRole("button", { name: "Change the plan" }).click();
    await expect(said(page)).toContainText("Changed");
    await action(page, 0).click();
    await page.getByLabel("Part 2: Begins in week").fill("two");
    await page.getByRole("button", { name: "See what the parts change" }).click();
    await expect(page.getByText("Enter the week of the plan that the part begins in.").first()).toBeVisible();
    await expect(page.getByLabel("Part 2: Begins in week")).toHaveValue("two");
    await page.getByLabel("Part 2: Begins in week").fill("12");
    await page.getByRole("button", { name: "See what the parts change" }).click();
    await page.getByRole("button", { name: "Change the plan" }).click();
    await expect(said(page)).toContainText("Changed");
    await expect(roadmap(page).getByText(/^weeks \d+(–\d+)? and 12/)).toBeVisible();
  });
});
