-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Upload" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organizationId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "fileNames" JSONB NOT NULL,
    "files" JSONB NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Upload_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_Upload" ("createdAt", "fileNames", "files", "id", "kind", "organizationId") SELECT "createdAt", (SELECT json_group_array(json_extract("value", '$.name')) FROM json_each("files")), "files", "id", "kind", "organizationId" FROM "Upload";
DROP TABLE "Upload";
ALTER TABLE "new_Upload" RENAME TO "Upload";
CREATE UNIQUE INDEX "Upload_organizationId_kind_key" ON "Upload"("organizationId", "kind");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
