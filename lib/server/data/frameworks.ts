import "server-only";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { askedFramework } from "@/lib/framework/depth";
import { parseFramework } from "@/lib/framework/schema";
import type { Depth, Framework } from "@/lib/framework/types";
import { isNewer } from "@/lib/framework/version";
import { db } from "../db/client";
import type { Prisma } from "../db/generated/client";
import type { Transaction } from "../db/transaction";
import { hashOf } from "./canonical-json";

export type FrameworkVersion = { id: string; hash: string; framework: Framework };

// A stored version never changes, so what was read once stays true.
const read = new Map<string, FrameworkVersion>();

/** The framework that this app brings, for all that is not of an assessment made before. Stored with the first call. */
export function currentFramework(): Promise<FrameworkVersion> {
  return storeFramework(aiScaling);
}

/**
 * Stores a framework once, known by the hash of its content. A version in use is immutable: throws when the same
 * version has other content and an assessment uses it, and FrameworkError when the framework breaks a rule.
 */
export async function storeFramework(framework: Framework): Promise<FrameworkVersion> {
  const { key, version } = framework;
  const hash = hashOfFramework(framework);
  const found = await db.frameworkVersion.findUnique({ where: { hash }, select: { id: true } });
  if (found) return { id: found.id, hash, framework };

  return db.$transaction(async (tx) => {
    const other = await tx.frameworkVersion.findUnique({
      where: { key_version: { key, version } },
      select: { id: true, hash: true, _count: { select: { assessments: true } } },
    });
    if (other?.hash === hash) return { id: other.id, hash, framework };
    if (other && other._count.assessments > 0) {
      throw new Error(`Framework ${key}@${version} is in use and was changed: give it a new version.`);
    }
    if (other) await tx.frameworkVersion.delete({ where: { id: other.id } });
    return createVersion(framework, hash, tx);
  });
}

// A framework never changes, and its hash takes longer than the page that asks for it.
const hashes = new WeakMap<Framework, string>();

function hashOfFramework(framework: Framework): string {
  const hash = hashes.get(framework) ?? hashOf(framework);
  hashes.set(framework, hash);
  return hash;
}

async function createVersion(framework: Framework, hash: string, tx: Transaction): Promise<FrameworkVersion> {
  const { key, version } = framework;
  // Parsed here and not on reading: rules that come later must not shut out what was stored before.
  const content = parseFramework(framework) as unknown as Prisma.InputJsonObject;
  const data = { key, version, hash, content };
  const { id } = await tx.frameworkVersion.create({ data, select: { id: true } });
  return { id, hash, framework };
}

/**
 * The version of a framework from a file: the stored one, or stored now when it is the app's own or older. Null
 * otherwise: a version that this app has yet to bring must not be taken by another content.
 */
export async function adoptFramework(
  framework: Framework,
  tx: Transaction,
): Promise<FrameworkVersion | null> {
  const { key, version } = framework;
  const hash = hashOf(framework);
  const stored = await tx.frameworkVersion.findUnique({
    where: { key_version: { key, version } },
    select: { id: true, hash: true },
  });
  if (stored) return stored.hash === hash ? { id: stored.id, hash, framework } : null;
  const own = version === aiScaling.version;
  if (key !== aiScaling.key || (own && hash !== hashOfFramework(aiScaling))) return null;
  return isNewer(version, aiScaling.version) ? null : createVersion(framework, hash, tx);
}

/** The question bank an assessment was made with. Throws when there is none: a foreign key says there is. */
export async function readFramework(id: string, tx: Transaction = db): Promise<FrameworkVersion> {
  const known = read.get(id);
  if (known) return known;
  const { hash, content } = await tx.frameworkVersion.findUniqueOrThrow({ where: { id } });
  const stored = { id, hash, framework: content as unknown as Framework };
  read.set(id, stored);
  return stored;
}

/** The version that is named so, `ai-scaling@1.0.0`; null when it is not stored here. */
export async function findFramework(name: string): Promise<FrameworkVersion | null> {
  const [key = "", version = ""] = name.split("@");
  const where = { key_version: { key, version } };
  const found = await db.frameworkVersion.findUnique({ where, select: { id: true } });
  return found && readFramework(found.id);
}

/** As `findFramework`, for the name that a result or a plan holds. Throws when there is none: it is stored with them. */
export async function namedFramework(name: string): Promise<FrameworkVersion> {
  const found = await findFramework(name);
  if (!found) throw new Error(`No framework ${name} is stored.`);
  return found;
}

/** Each of the results with its framework. */
export async function withFrameworks<R extends { result: { framework: string } }>(
  results: readonly R[],
): Promise<(R & { framework: Framework })[]> {
  const names = [...new Set(results.map(({ result }) => result.framework))];
  const versions = new Map(
    await Promise.all(names.map(async (name) => [name, await namedFramework(name)] as const)),
  );
  return results.flatMap((one) => {
    const version = versions.get(one.result.framework);
    return version ? [{ ...one, framework: version.framework }] : [];
  });
}

/** Every framework that something here may be of: the app's own first, then what else is stored. Stores nothing. */
export async function knownFrameworks(tx: Transaction = db): Promise<Framework[]> {
  const stored = await tx.frameworkVersion.findMany({
    where: { NOT: { key: aiScaling.key, version: aiScaling.version } },
    select: { id: true },
    orderBy: [{ key: "asc" }, { version: "asc" }],
  });
  const others = await Promise.all(stored.map(({ id }) => readFramework(id, tx)));
  return [aiScaling, ...others.map(({ framework }) => framework)];
}

/** Keys of the questions that an assessment of this depth asks. */
export function askedQuestionKeys(framework: Framework, depth: Depth): Set<string> {
  const capabilities = askedFramework(framework, depth).areas.flatMap((area) => area.capabilities);
  return new Set(capabilities.flatMap(({ questions }) => questions.map(({ key }) => key)));
}
