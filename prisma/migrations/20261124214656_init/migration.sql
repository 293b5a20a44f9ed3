-- CreateTable
CREATE TABLE "Organization" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Unit" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organizationId" TEXT NOT NULL,
    "parentId" TEXT,
    "name" TEXT NOT NULL,
    "region" TEXT,
    "industry" TEXT,
    "regulated" BOOLEAN NOT NULL,
    "unitsInScope" INTEGER NOT NULL,
    "processesInScope" INTEGER NOT NULL,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "archivedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Unit_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Unit_organizationId_parentId_fkey" FOREIGN KEY ("organizationId", "parentId") REFERENCES "Unit" ("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

-- CreateTable
CREATE TABLE "FrameworkVersion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "key" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "content" JSONB NOT NULL
);

-- CreateTable
CREATE TABLE "Assessment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organizationId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "frameworkVersionId" TEXT NOT NULL,
    "depth" TEXT NOT NULL,
    "targetPhase" TEXT NOT NULL,
    "regulated" BOOLEAN NOT NULL,
    "unitsInScope" INTEGER NOT NULL,
    "processesInScope" INTEGER NOT NULL,
    "suitability" JSONB NOT NULL,
    "acceptedActions" JSONB NOT NULL,
    "status" TEXT NOT NULL,
    "previousId" TEXT,
    "lastQuestion" TEXT,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "submittedAt" DATETIME,
    CONSTRAINT "Assessment_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Assessment_organizationId_unitId_fkey" FOREIGN KEY ("organizationId", "unitId") REFERENCES "Unit" ("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Assessment_frameworkVersionId_fkey" FOREIGN KEY ("frameworkVersionId") REFERENCES "FrameworkVersion" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Assessment_organizationId_previousId_fkey" FOREIGN KEY ("organizationId", "previousId") REFERENCES "Assessment" ("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

-- CreateTable
CREATE TABLE "Answer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organizationId" TEXT NOT NULL,
    "assessmentId" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "level" INTEGER,
    "notApplicable" TEXT,
    "dontKnow" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT NOT NULL DEFAULT '',
    "evidence" JSONB NOT NULL,
    "certainty" TEXT,
    "carriedOver" BOOLEAN NOT NULL DEFAULT false,
    "revision" INTEGER NOT NULL,
    "mutationId" TEXT NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Answer_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Answer_organizationId_assessmentId_fkey" FOREIGN KEY ("organizationId", "assessmentId") REFERENCES "Assessment" ("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Result" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organizationId" TEXT NOT NULL,
    "assessmentId" TEXT NOT NULL,
    "frameworkVersionId" TEXT NOT NULL,
    "inputHash" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "computedAt" DATETIME NOT NULL,
    CONSTRAINT "Result_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Result_organizationId_assessmentId_fkey" FOREIGN KEY ("organizationId", "assessmentId") REFERENCES "Assessment" ("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Result_frameworkVersionId_fkey" FOREIGN KEY ("frameworkVersionId") REFERENCES "FrameworkVersion" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "Organization_slug_key" ON "Organization"("slug");

-- CreateIndex
CREATE INDEX "Unit_organizationId_parentId_idx" ON "Unit"("organizationId", "parentId");

-- CreateIndex
CREATE UNIQUE INDEX "Unit_organizationId_id_key" ON "Unit"("organizationId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "FrameworkVersion_hash_key" ON "FrameworkVersion"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "FrameworkVersion_key_version_key" ON "FrameworkVersion"("key", "version");

-- CreateIndex
CREATE INDEX "Assessment_organizationId_unitId_submittedAt_idx" ON "Assessment"("organizationId", "unitId", "submittedAt");

-- CreateIndex
CREATE INDEX "Assessment_organizationId_status_updatedAt_idx" ON "Assessment"("organizationId", "status", "updatedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Assessment_organizationId_id_key" ON "Assessment"("organizationId", "id");

-- CreateIndex
CREATE INDEX "Answer_organizationId_assessmentId_idx" ON "Answer"("organizationId", "assessmentId");

-- CreateIndex
CREATE UNIQUE INDEX "Answer_assessmentId_question_key" ON "Answer"("assessmentId", "question");

-- CreateIndex
CREATE UNIQUE INDEX "Result_assessmentId_key" ON "Result"("assessmentId");

-- CreateIndex
CREATE UNIQUE INDEX "Result_organizationId_assessmentId_key" ON "Result"("organizationId", "assessmentId");
