import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime";
import {
  PathnameContext,
  PathParamsContext,
  SearchParamsContext,
} from "next/dist/shared/lib/hooks-client-context.shared-runtime";
import { NextRequest } from "next/server";
import { NuqsTestingAdapter } from "nuqs/adapters/testing";
import type { ReactNode } from "react";
import { prerenderToNodeStream } from "react-dom/static";
import { type Address, pathOf, searchOf } from "./every-address";

const ORIGIN = "http://127.0.0.1:3000";

type Page = (props: { params: Promise<unknown>; searchParams: Promise<unknown> }) => Promise<ReactNode>;
type Route = (request: NextRequest, context: { params: Promise<unknown> }) => Promise<Response>;
type Module = { default?: Page; generateMetadata?: Page; GET?: Route };

const modules = import.meta.glob<Module>("../../app/**/{page,route}.{ts,tsx}");

/** Every page, and every route, by its pattern such as `/[organization]/units/[unit]`. */
export const PLACES = new Map(
  Object.entries(modules).map(([file, load]) => {
    const pattern = file
      .replace(/^.*?\/app/, "")
      .replace(/\/\(\w+\)/g, "")
      .replace(/\/(page|route)\.tsx?$/, "");
    return [pattern || "/", load];
  }),
);

/** What went wrong when it was opened; null for nothing. A page may lead elsewhere. */
export async function faultOf(pattern: string, { params, query = {} }: Address, organization: string) {
  const module = await PLACES.get(pattern)?.();
  const all = { organization, ...params };
  try {
    if (module?.GET) return await faultOfRoute(module.GET, pattern, all, query);
    return await faultOfPage(module ?? {}, pattern, all, query);
  } catch (error) {
    if (isRedirect(error)) return null;
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

const isRedirect = (error: unknown) =>
  typeof error === "object" &&
  error !== null &&
  String(Reflect.get(error, "digest")).startsWith("NEXT_REDIRECT");

async function faultOfRoute(GET: Route, pattern: string, params: Address["params"], query: Query) {
  const request = new NextRequest(`${ORIGIN}${pathOf(pattern, params)}?${searchOf(query)}`);
  const response = await GET(request, { params: Promise.resolve(params) });
  const body = await response.arrayBuffer();
  return response.status === 200
    ? null
    : `${response.status} ${new TextDecoder().decode(body).slice(0, 300)}`;
}

async function faultOfPage(module: Module, pattern: string, params: Address["params"], query: Query) {
  if (!module.default) return "no such page";
  const props = () => ({ params: Promise.resolve(params), searchParams: Promise.resolve(query) });
  await module.generateMetadata?.(props());
  const faults: unknown[] = [];
  const { prelude } = await prerenderToNodeStream(
    inRouter(await module.default(props()), pathOf(pattern, params), params, query),
    { onError: (error) => void faults.push(error) },
  );
  for await (const _ of prelude);
  const [fault] = faults;
  if (fault !== undefined) throw fault;
  return null;
}

type Query = NonNullable<Address["query"]>;

const ROUTER = {
  ...{ back() {}, forward() {}, refresh() {}, push() {}, replace() {}, prefetch() {} },
  ...{ bfcacheId: "", experimental_gesturePush() {} },
};

/** What Next puts around a page. */
function inRouter(page: ReactNode, path: string, params: Address["params"], query: Query): ReactNode {
  const search = searchOf(query);
  return (
    <AppRouterContext.Provider value={ROUTER}>
      <PathParamsContext.Provider value={params}>
        <PathnameContext.Provider value={path}>
          <SearchParamsContext.Provider value={search}>
            <NuqsTestingAdapter searchParams={search}>{page}</NuqsTestingAdapter>
          </SearchParamsContext.Provider>
        </PathnameContext.Provider>
      </PathParamsContext.Provider>
    </AppRouterContext.Provider>
  );
}
