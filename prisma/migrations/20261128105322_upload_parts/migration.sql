-- CreateTable
CREATE TABLE "UploadPart" (
    "organizationId" TEXT NOT NULL,
    "uploadId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,

    PRIMARY KEY ("uploadId", "number"),
    CONSTRAINT "UploadPart_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "UploadPart_organizationId_uploadId_fkey" FOREIGN KEY ("organizationId", "uploadId") REFERENCES "Upload" ("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Upload" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organizationId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "fileNames" JSONB NOT NULL,
    "complete" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Upload_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_Upload" ("createdAt", "fileNames", "id", "kind", "organizationId", "complete") SELECT "createdAt", "fileNames", "id", "kind", "organizationId", true FROM "Upload";
INSERT INTO "UploadPart" ("organizationId", "uploadId", "number", "text") SELECT "organizationId", "id", 0, "files" FROM "Upload";
DROP TABLE "Upload";
ALTER TABLE "new_Upload" RENAME TO "Upload";
CREATE INDEX "Upload_organizationId_kind_idx" ON "Upload"("organizationId", "kind");
CREATE UNIQUE INDEX "Upload_organizationId_id_key" ON "Upload"("organizationId", "id");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "UploadPart_organizationId_uploadId_idx" ON "UploadPart"("organizationId", "uploadId");
