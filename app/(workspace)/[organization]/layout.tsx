import { cookies } from "next/headers";
import Link from "next/link";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { UnsentOfDeleted } from "@/components/questionnaire/unsent-of-deleted";
import { Navigation } from "@/components/shell/navigation";
import { parseTheme, THEME_COOKIE } from "@/components/shell/theme";
import { ThemeSwitch } from "@/components/shell/theme-switch";
import { requireMember } from "@/lib/server/auth/member";

type Props = { children: ReactNode; params: Promise<{ organization: string }> };

export default async function WorkspaceLayout({ children, params }: Props) {
  const member = await requireMember((await params).organization);
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <>
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-50 focus:rounded-md focus:bg-accent focus:px-4 focus:py-2 focus:text-on-accent"
      >
        Skip to content
      </a>
      <header className="border-b border-line bg-surface print:hidden">
        <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-x-6 px-4 pt-2">
          <Link
            href={`/${member.organizationSlug}`}
            className="flex min-h-11 items-center gap-2 text-lg font-semibold tracking-tight"
          >
            <svg viewBox="0 0 24 24" className="size-6 text-accent" aria-hidden="true">
              <path d="M3 20h4v-6H3zm7 0h4V9h-4zm7 0h4V3h-4z" fill="currentColor" />
            </svg>
            Scaling Readiness
          </Link>
          <div className="flex flex-wrap items-center gap-x-6">
            <Link
              href={`/${member.organizationSlug}/settings`}
              className="inline-flex min-h-11 items-center text-muted hover:text-accent"
            >
              {member.organizationName}
            </Link>
            <ThemeSwitch initial={theme} />
          </div>
          <div className="w-full">
            <Navigation organization={member.organizationSlug} />
          </div>
        </div>
      </header>
      <main id="content" tabIndex={-1} className="mx-auto max-w-6xl px-4 py-8 focus:outline-none">
        <UnsentOfDeleted organization={member.organizationSlug} />
        <NuqsAdapter>{children}</NuqsAdapter>
      </main>
    </>
  );
}
