-- CreateTable
CREATE TABLE "Plan" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organizationId" TEXT NOT NULL,
    "frameworkVersionId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "signedOffBy" TEXT,
    "signedOffAt" DATETIME,
    "revision" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "brief" JSONB NOT NULL,
    "request" JSONB NOT NULL,
    "content" JSONB NOT NULL,
    CONSTRAINT "Plan_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Plan_frameworkVersionId_fkey" FOREIGN KEY ("frameworkVersionId") REFERENCES "FrameworkVersion" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PlanUnit" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organizationId" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "assessmentId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    CONSTRAINT "PlanUnit_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PlanUnit_organizationId_planId_fkey" FOREIGN KEY ("organizationId", "planId") REFERENCES "Plan" ("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Plan_organizationId_updatedAt_idx" ON "Plan"("organizationId", "updatedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Plan_organizationId_id_key" ON "Plan"("organizationId", "id");

-- CreateIndex
CREATE INDEX "PlanUnit_organizationId_unitId_idx" ON "PlanUnit"("organizationId", "unitId");

-- CreateIndex
CREATE UNIQUE INDEX "PlanUnit_planId_unitId_key" ON "PlanUnit"("planId", "unitId");
