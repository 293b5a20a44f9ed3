/** "Who may import whom" of docs/architecture.md. */

const order = [
  "framework",
  "scoring",
  "gap-analysis",
  "risk-rating",
  "consistency",
  "evaluation",
  "comparison",
  "planning",
  "report",
];

const error = (name, from, to) => ({ name, severity: "error", from, to });

const upwards = order
  .slice(0, -1)
  .map((domain, index) =>
    error(
      `no-upwards-from-${domain}`,
      { path: `^lib/${domain}/` },
      { path: `^lib/(${order.slice(index + 1).join("|")})/` },
    ),
  );

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    error("no-circles", {}, { circular: true }),
    // What stands in one folder of the domain does not need what needs it.
    {
      ...error("no-circles-of-folders", { path: "^(components/|lib/(?!server))" }, { circular: true }),
      scope: "folder",
    },
    // An import that leads nowhere would escape every rule below.
    error("no-import-into-nothing", {}, { couldNotResolve: true }),
    // Scripts and measurements start the app and the browser as the tests do.
    error("nothing-imports-tests", { pathNot: "^(tests|scripts|bench)/" }, { path: "^tests/" }),
    ...upwards,
    error(
      "lib-is-pure",
      { path: "^lib/", pathNot: "^lib/server/" },
      { pathNot: ["^lib/(?!server/)", "^node_modules/(@types/)?(zod|d3-[a-z]+|papaparse)/"] },
    ),
    error(
      "leaves-without-domain",
      { path: "^lib/(format|permissions|chart-geometry)/" },
      { path: "^lib/", pathNot: "^lib/(format|permissions|chart-geometry)/" },
    ),
    error("server-below-app", { path: "^lib/server/" }, { path: "^(app|components)/" }),
    error(
      "database-behind-data",
      { pathNot: "^(lib/server|prisma|scripts|tests|bench)/" },
      { path: ["^lib/server/db/", "^node_modules/(@prisma|prisma|better-sqlite3)/"] },
    ),
    error(
      "kit-without-domain",
      { path: "^components/(ui|charts)/" },
      {
        path: "^(lib|components)/",
        pathNot: ["^components/(ui|charts)/", "^lib/(format|chart-geometry|turns)/"],
      },
    ),
    error("components-without-server", { path: "^components/" }, { path: "^(lib/server|app)/" }),
    // Everything else takes the version that its assessment was made with.
    error(
      "framework-is-data",
      {
        path: "^(app|components|lib|scripts|instrumentation|proxy)",
        pathNot: [
          "^lib/framework/ai-scaling/",
          "^lib/server/data/frameworks\\.ts$",
          "^lib/sample/",
          "^scripts/(score|framework|plan)\\.ts$",
        ],
      },
      { path: "^lib/framework/ai-scaling/" },
    ),
    error("recharts-in-charts", { pathNot: "^components/charts/" }, { path: "^node_modules/recharts/" }),
    // Pages share through components and actions, never through each other.
    error(
      "routes-stand-alone",
      { pathNot: "^tests/" },
      { path: "^app/.*\\b(page|layout|template|route|error|loading|not-found)\\.tsx?$" },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: ["^lib/server/db/generated/", "^bench/peers/", "\\.next/"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
