-- AlterTable
ALTER TABLE "Assessment" ADD COLUMN "suitabilityMarks" JSONB;
