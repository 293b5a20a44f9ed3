import { writeSync } from "node:fs";
import { db } from "@/lib/server/db/client";

// Saves single rows and pairs as fast as it can, and prints each slug once it was acknowledged.

const createdAt = new Date(0);
const row = (slug: string) => ({ slug, name: slug, createdAt });
const acknowledge = (slug: string) => writeSync(1, `${slug}\n`);

async function singles(name: string) {
  for (let i = 0; ; i++) {
    const { slug } = await db.organization.create({ data: row(`single-${name}-${i}`) });
    acknowledge(slug);
  }
}

async function pairs(name: string) {
  for (let i = 0; ; i++) {
    const first = `pair-${name}-${i}-first`;
    const second = `pair-${name}-${i}-second`;
    await db.$transaction(async (tx) => {
      await tx.organization.create({ data: row(first) });
      await tx.organization.create({ data: row(second) });
    });
    acknowledge(first);
    acknowledge(second);
  }
}

async function abandoned(name: string) {
  for (let i = 0; ; i++) {
    await db
      .$transaction(async (tx) => {
        await tx.organization.create({ data: row(`abandoned-${name}-${i}`) });
        throw new Error("abandoned");
      })
      .catch(() => undefined);
  }
}

await Promise.all([singles("a"), singles("b"), pairs("a"), pairs("b"), abandoned("a")]);
