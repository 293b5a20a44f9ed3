import { unstable_doesMiddlewareMatch as matches } from "next/experimental/testing/server";
import { expect, test } from "vitest";
import { config } from "@/proxy";

const isAsked = (url: string) => matches({ config, url });

test.each([
  "/",
  "/my-organization/units",
  "/favicon.ico",
  "/favicon.icoX/units/new",
  "/_next/image",
  "/_next/imageX/units/new",
  "/_next/staticX/units/new",
  "/_next/static",
  "/_next/static/%00",
  "/x/_next/static/chunk.js",
  "/api/v1/my-organization/assessments",
  "/api/v1/my-organization/assessments/a/answers",
  "/api/v1/my-organization/assessments/a/answers/q/r",
  "/x/api/v1/my-organization/assessments/a/answers/q",
  "/my-organization/settings/import",
  "/my-organization/settings/import/upload/x",
  "/x/my-organization/settings/import/upload",
])("%s is asked about by the proxy too", (address) => expect(isAsked(address)).toBe(true));

test.each([
  "/_next/static/chunks/1a2b-3c.js",
  "/api/v1/my-organization/assessments/a/answers/ai-platform.reuse",
  "/api/v1/my-organization/assessments/a/suitability/conditions.resources",
  "/my-organization/settings/import/upload",
])("%s goes past it: it is a file, or its route asks by itself", (address) => {
  expect(isAsked(address)).toBe(false);
});
