-- CreateTable
CREATE TABLE "RiskEntry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organizationId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "risk" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "owner" TEXT,
    "treatment" TEXT,
    "acceptedBy" TEXT,
    "acceptedUntil" TEXT,
    "contingency" TEXT NOT NULL,
    "indicator" TEXT NOT NULL,
    "reviewOn" TEXT,
    "note" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "RiskEntry_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "RiskEntry_organizationId_unitId_fkey" FOREIGN KEY ("organizationId", "unitId") REFERENCES "Unit" ("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "RiskEntry_organizationId_unitId_idx" ON "RiskEntry"("organizationId", "unitId");

-- CreateIndex
CREATE UNIQUE INDEX "RiskEntry_unitId_risk_revision_key" ON "RiskEntry"("unitId", "risk", "revision");
