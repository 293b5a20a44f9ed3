import { Facts } from "@/components/settings/facts";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader, TitledPanel } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";
import { formatBytes } from "@/lib/format/bytes";
import { formatDay } from "@/lib/format/date";
import { frameworkName } from "@/lib/framework/version";
import { requireMember } from "@/lib/server/auth/member";
import { countAssessments } from "@/lib/server/data/assessments";
import { currentFramework } from "@/lib/server/data/frameworks";
import { readInstallation } from "@/lib/server/process/installation";
import packageJson from "@/package.json";
import { titled } from "../../title";

export const generateMetadata = titled("About this installation");

export default async function AboutPage({ params }: PageProps<"/[organization]/settings/about">) {
  const member = await requireMember((await params).organization);
  const organization = member.organizationSlug;
  const [assessments, { framework }] = await Promise.all([countAssessments(member), currentFramework()]);
  const { nodeVersion, databaseBytes, lastBackup } = readInstallation();
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: "Settings", href: `/${organization}/settings` }]} />}
        title="About this installation"
        lead="What runs here, what it holds, and where help is."
      />
      <div className="flex flex-col gap-6">
        <TitledPanel id="software-title" title="Software" className="gap-4">
          <Facts
            facts={{
              Version: packageJson.version,
              "Node.js": nodeVersion,
              Framework: `${framework.title}, ${frameworkName(framework)}`,
            }}
          />
        </TitledPanel>

        <TitledPanel id="data-title" title="Data" className="gap-4">
          <Facts
            facts={{
              Assessments: assessments,
              "Database size": formatBytes(databaseBytes),
              "Last backup": lastBackup ? `${formatDay(lastBackup.madeAt)}, ${lastBackup.name}` : "None yet",
            }}
          />
          <p className="max-w-prose">The data stays on this machine. Nothing is sent anywhere.</p>
        </TitledPanel>

        <TitledPanel id="help-title" title="Help" className="gap-4">
          <p className="max-w-prose">
            <TextLink href={`/${organization}/help`}>How the method works, and what the words mean</TextLink>
          </p>
          <p className="max-w-prose">
            Settings, logs, health checks and backups are described in <code>docs/operation.md</code>, in the
            folder of the app.
          </p>
        </TitledPanel>
      </div>
    </>
  );
}
