import type { Page } from "@playwright/test";
import { makePlan, planPages } from "../support/page-addresses";
import { expectAccessible, expectAccessibleLayout, expectNoSidewaysScroll } from "../support/page-checks";
import { expect, test } from "../support/test";

const HOME = "/my-organization";

// The empty organization first, then the sample.
test.describe.configure({ mode: "serial" });
test.use({ expectedFailures: [/no-such/] });

/** Opens every fold, those within others too. What another one closes meanwhile is left alone. */
async function unfold(page: Page) {
  await page.evaluate(() => {
    const seen = new Set<Element>();
    for (let opened = true; opened; ) {
      opened = false;
      for (const fold of document.querySelectorAll<HTMLDetailsElement>("main details:not([open])")) {
        const summary = fold.querySelector("summary");
        if (!summary?.checkVisibility() || seen.has(fold)) continue;
        seen.add(fold);
        summary.click();
        opened = true;
      }
    }
  });
}

/** Where every link of the pages leads, and a page that it stands on. */
const links = new Map<string, string>();

/** Every link within the page points at something; where the others lead is kept. */
async function readLinks(page: Page) {
  const { dead, found } = await page.evaluate(() => {
    const all = [...document.querySelectorAll("a[href]")].map(
      (one) => new URL(one.getAttribute("href") ?? "", document.baseURI),
    );
    const isHere = ({ origin, pathname }: URL) =>
      origin === location.origin && pathname === location.pathname;
    const named = all.filter(isHere).map(({ hash }) => decodeURIComponent(hash.slice(1)));
    return {
      dead: named.filter((id) => id !== "" && document.getElementById(id) === null),
      found: all
        .filter(({ origin }) => origin === location.origin)
        .map(({ href }) => href.replace(/#.*/, "")),
    };
  });
  expect(dead, page.url()).toEqual([]);
  for (const href of found) if (!links.has(href)) links.set(href, page.url());
}

async function expectSound(page: Page, address: string) {
  // A long page with everything open takes a checker a while.
  test.slow();
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await expect(page).toHaveTitle(/\S/);
  await readLinks(page);
  await unfold(page);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 360, height: 780 });
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth),
    `${address} at 360 px`,
  ).toBeLessThanOrEqual(360);
  await expectAccessibleLayout(page);
  await page.setViewportSize({ width: 1280, height: 900 });
}

const EMPTY = [
  "",
  "/units",
  "/units/new",
  "/assessments",
  "/assessments/new",
  "/compare",
  "/plans",
  "/plans/new",
  "/inventory",
  "/settings",
  "/settings/about",
  "/settings/import",
  "/settings/deleted",
  "/settings/exports",
];

for (const place of EMPTY) {
  test(`empty: ${HOME}${place} is accessible and fits a phone`, async ({ page }) => {
    await expectSound(page, `${HOME}${place}`);
  });
}

test("the sample organization is loaded", async ({ page }) => {
  await page.goto(HOME);
  await page.getByRole("button", { name: "Load the sample organization" }).click();
  await expect(page.getByRole("status")).toContainText("The sample organization is loaded.");
});

const known = new Map<string, string>();

/** The first link of a page to an address of this kind, looked for once. */
async function linked(page: Page, from: string, kind: RegExp): Promise<string> {
  const name = `${from} ${kind}`;
  const found = known.get(name) ?? (await firstLink(page, from, kind));
  known.set(name, found);
  return found;
}

async function firstLink(page: Page, from: string, kind: RegExp): Promise<string> {
  await page.goto(`${HOME}${from}`);
  const links = await page
    .locator("main a[href]")
    .evaluateAll((all) => all.map((one) => new URL((one as HTMLAnchorElement).href).pathname));
  const found = links.find((link) => kind.test(link));
  if (!found) throw new Error(`${from} has no link like ${kind}`);
  return found;
}

const unit = (page: Page) => linked(page, "/compare", /\/units\/(?!new)[^/]+$/);
const result = (page: Page) => linked(page, "/assessments", /\/results$/);
const draft = async (page: Page) =>
  (await linked(page, "", /\/questions\/[a-z]+$/)).replace(/\/questions\/.*/, "");

async function exports(page: Page): Promise<string> {
  await page.goto(`${HOME}/settings`);
  await page.getByRole("button", { name: "Export everything" }).click();
  await page.getByRole("link", { name: "Download" }).first().waitFor();
  return `${HOME}/settings/exports`;
}

/** A group with something planned for it, and one for which it is proposed. */
async function addGroups(page: Page, plan: string) {
  await page.goto(`${plan}/stakeholders`);
  for (const group of ["Board", "Staff"]) {
    await page.getByLabel("Group", { exact: true }).last().fill(group);
    await page.getByRole("button", { name: "Add" }).click();
    await page.getByRole("button", { name: `Plan this for ${group}` }).waitFor();
  }
  await page.getByRole("button", { name: "Plan this for Board" }).click();
  await page.getByText("Change what is done for Board").waitFor();
}

let planned: Awaited<ReturnType<typeof planPages>> | undefined;
async function plan(page: Page, name: keyof NonNullable<typeof planned>): Promise<string> {
  if (!planned) {
    const made = await makePlan(page, "", ["Community Clinics", "Freight Services"]);
    await addGroups(page, made);
    planned = await planPages(page, "", made);
  }
  return planned[name];
}

async function item(page: Page): Promise<string> {
  await page.goto(`${HOME}/inventory`);
  return (await page.locator("tbody th a").first().getAttribute("href")) ?? "";
}

async function newItem(page: Page): Promise<string> {
  return `${HOME}/inventory/new?unit=${(await unit(page)).split("/").at(-1)}`;
}

const FILLED: [name: string, address: (page: Page) => string | Promise<string>][] = [
  ["home", () => HOME],
  ["units", () => `${HOME}/units`],
  ["a unit", unit],
  ["editing a unit", async (page) => `${await unit(page)}/edit`],
  ["a risk register", async (page) => `${await unit(page)}/risks`],
  ["one of its risks", async (page) => `${await unit(page)}/risks/shadow-ai`],
  ["new unit", () => `${HOME}/units/new`],
  ["assessments", () => `${HOME}/assessments`],
  ["new assessment", () => `${HOME}/assessments/new`],
  ["a draft", draft],
  ["its scope", async (page) => `${await draft(page)}/scope`],
  ["its suitability", async (page) => `${await draft(page)}/suitability`],
  ["its questions", async (page) => `${await draft(page)}/questions/governance`],
  ["its review", async (page) => `${await draft(page)}/review`],
  ["a submitted assessment", async (page) => (await result(page)).replace(/\/results$/, "")],
  ["submitted answers", async (page) => (await result(page)).replace(/\/results$/, "/questions/technical")],
  ["a result", result],
  ["inventory", () => `${HOME}/inventory`],
  ["one of its items", item],
  ["new item", () => `${HOME}/inventory/new`],
  ["new item of a unit", newItem],
  ["comparison", () => `${HOME}/compare`],
  ["new plan", () => `${HOME}/plans/new`],
  ["a plan", (page) => plan(page, "plan")],
  ["its infrastructure", (page) => plan(page, "plan infrastructure")],
  ["its risks", (page) => plan(page, "plan risks")],
  ["its stakeholders", (page) => plan(page, "plan stakeholders")],
  ["its success metrics", (page) => plan(page, "plan metrics")],
  ["its documents", (page) => plan(page, "plan documents")],
  ["its settings", (page) => plan(page, "plan settings")],
  ["one of its actions", (page) => plan(page, "planned action")],
  ["what a change would do", (page) => plan(page, "plan change")],
  ["plans", () => `${HOME}/plans`],
  ["help", () => `${HOME}/help`],
  ["settings", () => `${HOME}/settings`],
  ["exports", exports],
  ["about this installation", () => `${HOME}/settings/about`],
  ["a page that is not there", () => `${HOME}/no-such-page`],
  ["an organization that is not there", () => "/no-such-organization"],
];

for (const [name, address] of FILLED) {
  test(`filled: ${name} is accessible and fits a phone`, async ({ page }) => {
    await expectSound(page, await address(page));
  });
}

test("no link on any page leads nowhere", async ({ page }) => {
  test.slow();
  const dead: string[] = [];
  for (const [href, from] of links) {
    if (/no-such/.test(href)) continue;
    const response = await page.request.get(href);
    if (response.status() >= 400) dead.push(`${response.status()} ${href} on ${from}`);
  }
  expect(links.size).toBeGreaterThan(60);
  expect(dead).toEqual([]);
});
