-- AlterTable
ALTER TABLE "Export" ADD COLUMN "comparison" JSONB;
