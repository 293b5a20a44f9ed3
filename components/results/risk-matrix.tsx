import { Matrix } from "@/components/charts/matrix";
import { rate } from "@/lib/risk-rating/matrix";
import { RATING_TONES } from "@/lib/scoring/tones";

const STEPS = [1, 2, 3, 4, 5];
const LIKELIHOOD = ["Very unlikely", "Unlikely", "Possible", "Likely", "Very likely"];
const IMPACT = ["Very low", "Low", "Moderate", "High", "Very high"];

const heading = (words: readonly string[], step: number) => ({
  label: `${step} ${words[step - 1] ?? ""}`,
  short: String(step),
});

/** Risks on the grid of likelihood and impact, each step 1..5. */
export function RiskMatrix({
  title,
  level = 3,
  risks,
}: {
  title: string;
  /** Of its heading. */
  level?: 2 | 3;
  risks: readonly { title: string; likelihood: number; impact: number }[];
}) {
  return (
    <Matrix
      title={title}
      level={level}
      rowTitle="Likelihood"
      columnTitle="Impact"
      rows={STEPS.toReversed().map((step) => heading(LIKELIHOOD, step))}
      columns={STEPS.map((step) => heading(IMPACT, step))}
      cells={STEPS.toReversed().map((likelihood) =>
        STEPS.map((impact) => ({
          tone: RATING_TONES[rate(likelihood, impact)],
          items: risks
            .filter((risk) => risk.likelihood === likelihood && risk.impact === impact)
            .map((risk) => risk.title),
        })),
      )}
      tones={{ 0: "Very low", 1: "Low", 2: "Moderate", 3: "High", 4: "Very high" }}
      names={{ item: "Risk", tone: "Rating" }}
    />
  );
}
