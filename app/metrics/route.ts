import { prometheusText } from "@/lib/monitoring/prometheus";
import { readEnv } from "@/lib/server/env";
import { readMetrics } from "@/lib/server/process/metrics";
import { notFound } from "@/lib/server/requests/problem";

/** The state of the process for Prometheus, where the setting `METRICS` asks for it. */
export async function GET(): Promise<Response> {
  if (!readEnv().metrics) return notFound("Metrics are off; METRICS=on turns them on.");
  return new Response(prometheusText(readMetrics()), {
    headers: { "Content-Type": "text/plain; version=0.0.4; charset=utf-8", "Cache-Control": "no-store" },
  });
}
