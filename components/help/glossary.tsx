import { TERMS, termAnchor } from "@/lib/glossary/terms";

export function Glossary() {
  return (
    <dl className="grid gap-x-8 sm:grid-cols-2">
      {TERMS.map(({ key, term, meaning }) => (
        <div key={key} id={termAnchor(key)} className="border-b border-line py-3 target:bg-accent-tint">
          <dt className="font-semibold">{term}</dt>
          <dd className="text-muted">{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
