import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { AttentionList } from "@/components/home/attention-list";
import type { AttentionGroup } from "@/lib/home/attention";

const group = (count: number): AttentionGroup => ({
  kind: "gatingGap",
  items: Array.from({ length: count }, (_, index) => ({
    unitId: `unit-${index}`,
    unitName: `Unit ${index}`,
    assessmentId: `assessment-${index}`,
    reasons: ["AI platform is gating."],
    since: null,
  })),
});
const listed = () => screen.getAllByRole("link", { name: /^Unit/, hidden: true }).length;

test("a group as long as the organization names the first, and says where the others are", () => {
  render(<AttentionList organization="acme" groups={[group(2000)]} />);
  expect(screen.getByRole("heading", { level: 3 }).textContent).toMatch(/: 2000$/);
  expect(listed()).toBe(53);
  const rest = screen.getByText(/^And 1947 more/);
  expect(rest.querySelector("a")?.getAttribute("href")).toBe("/acme/compare?verdict=notReady");
});

test("a short one names all", () => {
  render(<AttentionList organization="acme" groups={[group(53)]} />);
  expect(listed()).toBe(53);
  expect(screen.queryByText(/^And /)).toBeNull();
});
