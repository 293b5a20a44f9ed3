import { Areas } from "@/components/help/areas";
import { Glossary } from "@/components/help/glossary";
import { HelpSection } from "@/components/help/help-section";
import { Method } from "@/components/help/method";
import { Pitfalls } from "@/components/help/pitfalls";
import { Shortcuts } from "@/components/help/shortcuts";
import { SuccessStories } from "@/components/help/success-stories";
import { PageHeader } from "@/components/ui/panel";
import { requireMember } from "@/lib/server/auth/member";
import { currentFramework } from "@/lib/server/data/frameworks";
import { titled } from "../title";

export const generateMetadata = titled("Help");

const SECTIONS = [
  { id: "method", title: "How answers become a verdict" },
  { id: "areas", title: "Areas and capabilities" },
  { id: "pitfalls", title: "The four pitfalls" },
  { id: "stories", title: "Success stories" },
  { id: "keys", title: "Keyboard" },
  { id: "terms", title: "Terms" },
] as const;

export default async function HelpPage({ params }: PageProps<"/[organization]/help">) {
  const { organizationSlug } = await requireMember((await params).organization);
  const { framework } = await currentFramework();
  const content = {
    method: <Method organization={organizationSlug} framework={framework} />,
    areas: <Areas framework={framework} />,
    pitfalls: <Pitfalls framework={framework} />,
    stories: <SuccessStories />,
    keys: <Shortcuts />,
    terms: <Glossary />,
  };
  return (
    <>
      <PageHeader
        title="Help"
        lead="What the assessment asks, how its figures come about, and what every word means."
      />
      <nav aria-label="On this page" className="mb-8 print:hidden">
        <ul className="flex flex-wrap gap-x-6">
          {SECTIONS.map(({ id, title }) => (
            <li key={id}>
              <a
                href={`#${id}`}
                className="inline-flex min-h-11 items-center text-accent underline underline-offset-3"
              >
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="flex flex-col gap-12">
        {SECTIONS.map(({ id, title }) => (
          <HelpSection key={id} id={id} title={title}>
            {content[id]}
          </HelpSection>
        ))}
      </div>
    </>
  );
}
