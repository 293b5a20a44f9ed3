import { expect, test } from "vitest";
import { prometheusText } from "@/lib/monitoring/prometheus";

test("a metric is its help, its type and a line a sample", () => {
  const text = prometheusText([
    { name: "up", help: "Whether it is up.", type: "gauge", samples: [{ value: 1 }] },
    {
      name: "requests_total",
      help: "A \\ and\na line.",
      type: "counter",
      samples: [
        { labels: { route: "/[unit]", status: "2xx" }, value: 3 },
        { labels: { route: 'a"b\\c\nd' }, value: 0.5 },
      ],
    },
  ]);
  expect(text).toBe(`# HELP up Whether it is up.
# TYPE up gauge
up 1
# HELP requests_total A \\\\ and\\na line.
# TYPE requests_total counter
requests_total{route="/[unit]",status="2xx"} 3
requests_total{route="a\\"b\\\\c\\nd"} 0.5
`);
});
