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

/** A domain may not import a domain that comes after it. */
const upwards = order.slice(0, -1).map((domain, index) => ({
  name: `no-upwards-from-${domain}`,
  severity: "error",
  from: { path: `^lib/${domain}/` },
  to: { path: `^lib/(${order.slice(index + 1).join("|")})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: "no-circles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "nothing-imports-tests",
      severity: "error",
      from: { pathNot: "^tests/" },
      to: { path: "^tests/" },
    },
    {
      name: "lib-is-pure",
      comment: "Pure lib: no I/O, React, Next or Node.",
      severity: "error",
      from: { path: "^lib/", pathNot: "^lib/server/" },
      to: {
        path: [
          "^(app|components|scripts|prisma)/",
          "^lib/server/",
          "node_modules/(react|react-dom|next|@prisma|better-sqlite3)/",
        ],
      },
    },
    {
      name: "lib-without-node",
      severity: "error",
      from: { path: "^lib/", pathNot: "^lib/server/" },
      to: { dependencyTypes: ["core"] },
    },
    ...upwards,
    {
      name: "server-below-app",
      severity: "error",
      from: { path: "^lib/server/" },
      to: { path: "^(app|components)/" },
    },
    {
      name: "database-behind-data",
      severity: "error",
      from: { path: "^(app|components|proxy)" },
      to: { path: ["^lib/server/db/", "node_modules/(@prisma|better-sqlite3)/"] },
    },
    {
      name: "kit-without-domain",
      severity: "error",
      from: { path: "^components/(ui|charts)/" },
      to: {
        path: ["^lib/", "^components/", "^app/"],
        pathNot: ["^components/(ui|charts)/", "^lib/(format|chart-geometry)/"],
      },
    },
    {
      name: "components-without-server",
      severity: "error",
      from: { path: "^components/" },
      to: { path: ["^lib/server/", "^app/"] },
    },
    {
      name: "recharts-in-charts",
      severity: "error",
      from: { pathNot: "^components/charts/" },
      to: { path: "node_modules/recharts/" },
    },
    {
      name: "routes-stand-alone",
      comment: "Pages share through components and actions, never through each other.",
      severity: "error",
      from: { path: "^app/.+/page\\.tsx$" },
      to: { path: "^app/.+/(page|layout|route|error|not-found)\\.tsx?$" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: ["^lib/server/db/generated/", "\\.next/"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
