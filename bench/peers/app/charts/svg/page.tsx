import { figuresOfResult } from "../figures";

export const dynamic = "force-dynamic";

const ROW = 24;

/** The least a chart can be: shapes and words that the server computes, without a key, a table or a style. */
export default function Page() {
  const { axes, bars } = figuresOfResult();
  const at = (index: number, value: number) => {
    const angle = (index / axes.length) * 2 * Math.PI - Math.PI / 2;
    return `${(180 + Math.cos(angle) * value * 1.4).toFixed(1)},${(180 + Math.sin(angle) * value * 1.4).toFixed(1)}`;
  };
  return (
    <>
      <svg role="img" aria-label="Areas" width="360" height="360" fill="none" stroke="black">
        <polygon points={axes.map((_, index) => at(index, 100)).join(" ")} />
        <polygon points={axes.map(({ score }, index) => at(index, score)).join(" ")} />
        <polygon points={axes.map(({ required }, index) => at(index, required)).join(" ")} />
      </svg>
      <svg role="img" aria-label="Capabilities" width="720" height={bars.length * ROW}>
        {bars.map(({ name, value }, index) => (
          <g key={name} transform={`translate(0 ${index * ROW})`}>
            <text y="16">{name}</text>
            <rect x="160" width={value * 100} height="16" />
          </g>
        ))}
      </svg>
    </>
  );
}
