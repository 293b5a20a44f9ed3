import type { Page } from "@playwright/test";

export const HOME = "/my-organization";

/** Name → address, without the origin, of the pages of any organization, also an empty one. */
export const PLAIN_PAGES = {
  home: HOME,
  units: `${HOME}/units`,
  "new unit": `${HOME}/units/new`,
  assessments: `${HOME}/assessments`,
  "new assessment": `${HOME}/assessments/new`,
  compare: `${HOME}/compare`,
  inventory: `${HOME}/inventory`,
  "new item": `${HOME}/inventory/new`,
  plans: `${HOME}/plans`,
  "new plan": `${HOME}/plans/new`,
  help: `${HOME}/help`,
  settings: `${HOME}/settings`,
  about: `${HOME}/settings/about`,
  import: `${HOME}/settings/import`,
  deleted: `${HOME}/settings/deleted`,
  exports: `${HOME}/settings/exports`,
  "not found": `${HOME}/no-such-page`,
};

/** Loads the sample organization through its form. */
export async function loadSample(page: Page, origin: string) {
  await page.goto(`${origin}${HOME}/settings`);
  await page.getByRole("button", { name: "Load the sample organization" }).click();
  await page.waitForURL(/done=sample-loaded/);
}

/** Makes a plan for units of the sample, with what the form proposes. Returns the address of its page. */
export async function makePlan(page: Page, origin: string, units: readonly string[]): Promise<string> {
  await page.goto(`${origin}${HOME}/plans/new`);
  await page.getByLabel("Name of the plan").fill(`Plan for ${units.join(" and ")}`);
  for (const unit of units) await page.getByRole("checkbox", { name: unit }).check();
  await page.getByRole("button", { name: "Make the plan" }).click();
  await page.waitForURL(/\/plans\/[^/?]+\?done=created/);
  return new URL(page.url()).pathname;
}

/** The pages of a plan, as its own links lead there. */
export async function planPages(page: Page, origin: string, plan: string) {
  await page.goto(`${origin}${plan}`);
  const action = await page.locator("#roadmap table a").first().getAttribute("href");
  if (action === null) throw new Error("The plan has no action.");
  return {
    plan,
    "planned action": action,
    "plan infrastructure": `${plan}/infrastructure`,
    "plan risks": `${plan}/risks`,
    "plan stakeholders": `${plan}/stakeholders`,
    "plan metrics": `${plan}/metrics`,
    "plan documents": `${plan}/documents`,
    "plan settings": `${plan}/settings`,
    "plan change": action.replace("/action?", "/change?do=drop&"),
  };
}

/** The pages of one unit, its draft and its result, and of a comparison, as the sample's own links lead there. */
export async function samplePages(page: Page, origin: string, unitName: string) {
  const open = (address: string) => page.goto(`${origin}${address}`);
  const address = async (selector: string) => {
    const href = await page.locator(selector).first().getAttribute("href");
    if (href === null) throw new Error(`No link at ${selector}`);
    return href;
  };
  await open(HOME);
  const question = await address(`main a[href*="/questions/"]`);
  const draft = question.replace(/\/questions\/.*/, "");
  await open(`${HOME}/units`);
  const unit = await address(`main a[href*="/units/"]:text-is("${unitName}")`);
  await open(unit);
  const results = await address(`main a[href$="/results"]`);
  await open(`${HOME}/inventory`);
  const item = await address("main tbody th a");
  await open(`${HOME}/compare`);
  const boxes = await page.locator("input[name='chosen']").all();
  const chosen = await Promise.all(boxes.slice(0, 3).map((box) => box.getAttribute("value")));
  return {
    unit,
    "edit unit": `${unit}/edit`,
    "risk register": `${unit}/risks`,
    "one risk": `${unit}/risks/shadow-ai`,
    "inventory of a unit": `${HOME}/inventory?unit=${unit.split("/").at(-1)}`,
    "one item": item,
    "new item of a unit": `${HOME}/inventory/new?unit=${unit.split("/").at(-1)}`,
    "task list": draft,
    suitability: `${draft}/suitability`,
    scope: `${draft}/scope`,
    questions: question,
    review: `${draft}/review`,
    "submitted assessment": results.replace("/results", ""),
    results,
    "compare by capabilities": `${HOME}/compare?by=capabilities`,
    "compare gaps": `${HOME}/compare?measure=gap`,
    "compare chosen units": `${HOME}/compare?${chosen.map((id) => `chosen=${id}`).join("&")}`,
  };
}
