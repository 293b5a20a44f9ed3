-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Result" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organizationId" TEXT NOT NULL,
    "assessmentId" TEXT NOT NULL,
    "frameworkVersionId" TEXT NOT NULL,
    "inputHash" TEXT NOT NULL,
    "computedAt" DATETIME NOT NULL,
    "brief" JSONB NOT NULL,
    "summary" JSONB NOT NULL,
    "content" JSONB NOT NULL,
    CONSTRAINT "Result_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Result_organizationId_assessmentId_fkey" FOREIGN KEY ("organizationId", "assessmentId") REFERENCES "Assessment" ("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Result_frameworkVersionId_fkey" FOREIGN KEY ("frameworkVersionId") REFERENCES "FrameworkVersion" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_Result" ("assessmentId", "brief", "computedAt", "content", "frameworkVersionId", "id", "inputHash", "organizationId", "summary") SELECT "assessmentId", json_object(
    'framework', json_extract("summary", '$.framework'),
    'targetPhase', json_extract("summary", '$.targetPhase'),
    'score', json_extract("summary", '$.score'),
    'readiness', json_extract("summary", '$.readiness'),
    'verdict', json_object('outcome', json_extract("summary", '$.verdict.outcome')),
    'areas', (SELECT json_group_array(json_object(
        'key', json_extract("value", '$.key'),
        'score', json_extract("value", '$.score'),
        'readiness', json_extract("value", '$.readiness')
    )) FROM json_each("summary", '$.areas'))
), "computedAt", "content", "frameworkVersionId", "id", "inputHash", "organizationId", "summary" FROM "Result";
DROP TABLE "Result";
ALTER TABLE "new_Result" RENAME TO "Result";
CREATE UNIQUE INDEX "Result_assessmentId_key" ON "Result"("assessmentId");
CREATE UNIQUE INDEX "Result_organizationId_assessmentId_key" ON "Result"("organizationId", "assessmentId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
