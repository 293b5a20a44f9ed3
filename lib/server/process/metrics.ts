import "server-only";
import { type IntervalHistogram, monitorEventLoopDelay } from "node:perf_hooks";
import type { Metric } from "../../monitoring/prometheus";
import { databaseBytes } from "../storage/database-size";
import { processState } from "./process-state";

const shared = globalThis as typeof globalThis & { scalingReadinessLag?: IntervalHistogram };
const RESOLUTION_MS = 10;

/** Measured from now on, so begun with the process and only where metrics are asked for. */
export function measureEventLoopLag() {
  shared.scalingReadinessLag ??= monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  shared.scalingReadinessLag.enable();
}

/** The state of this process. Labels hold route patterns, never an id or a name. */
export function readMetrics(): Metric[] {
  const { rss, heapUsed } = process.memoryUsage();
  return [
    gauge("process_resident_memory_bytes", "Memory that the process holds.", rss),
    gauge("nodejs_heap_size_used_bytes", "Memory in use by JavaScript.", heapUsed),
    gauge("process_uptime_seconds", "Time since the start.", process.uptime()),
    {
      name: "nodejs_eventloop_lag_seconds",
      help: "Delay of the event loop since the last reading.",
      type: "gauge",
      samples: readLag(),
    },
    {
      name: "http_requests_total",
      help: "Requests answered, by route pattern and class of status.",
      type: "counter",
      samples: [...processState.requests].map(([key, value]) => {
        const [method = "", route = "", status = ""] = key.split(" ");
        return { labels: { method, route, status }, value };
      }),
    },
    gauge("http_requests_in_flight", "Requests not answered yet, this one included.", processState.inFlight),
    {
      name: "scaling_readiness_answers_saved_total",
      help: "Answers acknowledged as stored; retries count too.",
      type: "counter",
      samples: [{ value: processState.answersSaved }],
    },
    gauge("scaling_readiness_database_bytes", "Size of the database on disk.", databaseBytes()),
  ];
}

function gauge(name: string, help: string, value: number): Metric {
  return { name, help, type: "gauge", samples: [{ value }] };
}

function readLag(): Metric["samples"] {
  const lag = shared.scalingReadinessLag;
  if (!lag || lag.count === 0) return [];
  // The histogram holds the whole interval between two ticks, in nanoseconds.
  const seconds = (nanoseconds: number) => Math.max(0, nanoseconds / 1e9 - RESOLUTION_MS / 1e3);
  const quantile = (value: string) => ({
    labels: { quantile: value },
    value: seconds(lag.percentile(Number(value) * 100)),
  });
  const samples = [quantile("0.5"), quantile("0.99"), { labels: { quantile: "1" }, value: seconds(lag.max) }];
  lag.reset();
  return samples;
}
