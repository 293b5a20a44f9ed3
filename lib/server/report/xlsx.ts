import "server-only";
import type ExcelJS from "exceljs";
import { askedFramework } from "@/lib/framework/depth";
import { capabilityStates } from "@/lib/scoring/capability-state";
import { RATING_WORDS, SEVERITY_WORDS } from "@/lib/scoring/result-words";
import { CERTAINTY_WORDS } from "@/lib/scoring/words";
import type { Context, XlsxInput } from "./xlsx-context";
import {
  addSheet,
  live,
  ONE_DECIMAL,
  PERCENT,
  range,
  renderWorkbook,
  TWO_DECIMALS,
  type Value,
} from "./xlsx-sheet";
import { addSummary } from "./xlsx-summary";

/** The gap report as a workbook whose figures are formulas: change a level on *Answers* and all of them follow. */
export function renderXlsx(input: XlsxInput): Promise<Buffer> {
  const asked = askedFramework(input.framework, input.assessment.depth);
  const states = capabilityStates(asked, input.assessment);
  const questions = states.reduce((sum, state) => sum + state.questions.length, 0);
  const context: Context = { ...input, framework: asked, states, questions };
  return renderWorkbook(input.submittedAt, (workbook) => {
    addSummary(workbook, context);
    addAreas(workbook, context);
    addCapabilities(workbook, context);
    addGaps(workbook, context);
    addRisks(workbook, context);
    addContributors(workbook, context);
    addAnswers(workbook, context);
  });
}

const byCapability = ({ result }: Context) =>
  new Map(result.areas.flatMap(({ capabilities }) => capabilities.map((own) => [own.key, own] as const)));

function addAnswers(workbook: ExcelJS.Workbook, { states, assessment }: Context) {
  let row = 1;
  const rows = states.flatMap(({ area, capability, questions }) =>
    questions.map(({ question, status, level }): Value[] => {
      row += 1;
      const given = assessment.respondents.flatMap(({ answers }) => answers[question.key] ?? []);
      const otherwise = status === "notApplicable" ? "Not applicable" : "Open";
      const said = status === "level" ? "Level" : otherwise;
      return [
        area.title,
        capability.key,
        question.key,
        question.text,
        question.weight,
        level,
        live(`IF(ISNUMBER(F${row}),"Level","${otherwise}")`, said),
        level !== null && Number.isInteger(level) ? (question.levels[level - 1] ?? "") : "",
        given.flatMap(({ note }) => note ?? []).join("\n"),
        given.flatMap(({ evidence }) => evidence ?? []).join("\n"),
        given.flatMap(({ certainty }) => (certainty ? CERTAINTY_WORDS[certainty] : [])).join("\n"),
        live(`IF(ISNUMBER(F${row}),E${row},0)`, level === null ? 0 : question.weight),
        live(`IF(ISNUMBER(F${row}),E${row}*F${row},0)`, level === null ? 0 : question.weight * level),
      ];
    }),
  );
  const columns = [
    { title: "Area", width: 22 },
    { title: "Capability", width: 22 },
    { title: "Question", width: 24 },
    { title: "Text", width: 50 },
    { title: "Weight", width: 8 },
    { title: "Level", width: 8, format: "0.##" },
    { title: "Status", width: 14 },
    { title: "Descriptor", width: 50 },
    { title: "Note", width: 40 },
    { title: "Evidence", width: 40 },
    { title: "Certainty", width: 24 },
    { title: "Weight counted", width: 10 },
    { title: "Weight × level", width: 10 },
  ];
  const sheet = addSheet(workbook, "Answers", columns, rows);
  for (let index = 2; index <= rows.length + 1; index += 1) {
    const cell = sheet.getCell(`F${index}`);
    cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFFFF7DB" } };
    cell.dataValidation = {
      type: "decimal",
      operator: "between",
      formulae: [1, 5],
      allowBlank: true,
      showErrorMessage: true,
      errorTitle: "Level",
      error: "A level from 1 to 5, or empty.",
    };
  }
}

function addCapabilities(workbook: ExcelJS.Workbook, context: Context) {
  const { states, questions } = context;
  const results = byCapability(context);
  const keys = range("Answers", "B", questions);
  const counted = range("Answers", "L", questions);
  const weighted = range("Answers", "M", questions);
  const statuses = range("Answers", "G", questions);
  const total = `SUMIF($J$2:$J$${states.length + 1},"<>Excluded",$I$2:$I$${states.length + 1})`;
  const rows = states.map((state, index): Value[] => {
    const { area, capability, weight, required, status } = state;
    const own = results.get(capability.key);
    const row = index + 2;
    const excluded = `J${row}="Excluded"`;
    return [
      capability.key,
      capability.title,
      area.key,
      capability.infrastructure,
      capability.gating,
      capability.weight,
      area.weight,
      required,
      live(`F${row}*G${row}`, weight),
      live(
        `IF(COUNTIFS(${keys},A${row},${statuses},"Not applicable")=COUNTIF(${keys},A${row}),"Excluded",IF(SUMIF(${keys},A${row},${counted})=0,"Unknown","Answered"))`,
        status === "excluded" ? "Excluded" : status === "unknown" ? "Unknown" : "Answered",
      ),
      live(
        `IF(J${row}="Answered",SUMIF(${keys},A${row},${weighted})/SUMIF(${keys},A${row},${counted}),"")`,
        own?.level ?? null,
      ),
      live(`IF(K${row}="","",(K${row}-1)/4*100)`, own?.score ?? null),
      live(
        `IF(${excluded},"",IF(K${row}="",0,MAX(0,MIN(1,(K${row}-1)/(H${row}-1)))))`,
        own?.attainment ?? null,
      ),
      live(`IF(${excluded},"",IF(K${row}="",H${row}-1,MAX(0,H${row}-K${row})))`, own?.gap ?? null),
      live(
        `IF(${excluded},"",CHOOSE(MIN(5,1+IF(N${row}<=0.000000001,0,MIN(4,INT(N${row}+0.000000001)+1))+IF(AND(E${row},N${row}>=0.999999999),1,0)),"None","Minor","Moderate","Major","Critical"))`,
        own?.severity ? SEVERITY_WORDS[own.severity] : null,
      ),
      live(`IF(${excluded},"",100*I${row}*(1-M${row})/${total})`, own?.gain ?? null),
      live(`IF(K${row}="",0,F${row})`, own?.level == null ? 0 : capability.weight),
      live(`IF(K${row}="",0,F${row}*L${row})`, own?.score == null ? 0 : capability.weight * own.score),
      live(`IF(${excluded},0,I${row})`, status === "excluded" ? 0 : weight),
      live(`IF(${excluded},0,I${row}*M${row})`, own?.attainment == null ? 0 : weight * own.attainment),
    ];
  });
  const columns = [
    { title: "Capability", width: 22 },
    { title: "Title", width: 24 },
    { title: "Area", width: 16 },
    { title: "Infrastructure", width: 14 },
    { title: "Gating", width: 8 },
    { title: "Weight", width: 8 },
    { title: "Area weight", width: 11 },
    { title: "Required", width: 9 },
    { title: "Weight in readiness", width: 12 },
    { title: "Status", width: 11 },
    { title: "Level", width: 8, format: TWO_DECIMALS },
    { title: "Score", width: 8, format: ONE_DECIMAL },
    { title: "Attainment", width: 11, format: PERCENT },
    { title: "Gap", width: 8, format: TWO_DECIMALS },
    { title: "Severity", width: 11 },
    { title: "Gain", width: 8, format: ONE_DECIMAL },
    { title: "Weight with level", width: 12 },
    { title: "Weight × score", width: 12, format: ONE_DECIMAL },
    { title: "Weight not excluded", width: 12 },
    { title: "Weight × attainment", width: 12, format: TWO_DECIMALS },
  ];
  addSheet(workbook, "Capabilities", columns, rows);
}

function addAreas(workbook: ExcelJS.Workbook, { framework, result, states }: Context) {
  const count = states.length;
  const areaColumn = range("Capabilities", "C", count);
  const sum = (column: string, row: number) =>
    `SUMIF(${areaColumn},A${row},${range("Capabilities", column, count)})`;
  const rows = framework.areas.map((area, index): Value[] => {
    const row = index + 2;
    const own = result.areas.find(({ key }) => key === area.key);
    return [
      area.key,
      area.title,
      area.weight,
      live(`IF(${sum("Q", row)}=0,"",${sum("R", row)}/${sum("Q", row)})`, own?.score.value ?? null),
      own?.score.low ?? "",
      own?.score.high ?? "",
      live(`IF(${sum("S", row)}=0,"",100*${sum("T", row)}/${sum("S", row)})`, own?.readiness.value ?? null),
      own?.readiness.low ?? "",
      own?.readiness.high ?? "",
    ];
  });
  const columns = [
    { title: "Area", width: 16 },
    { title: "Title", width: 26 },
    { title: "Weight", width: 8 },
    { title: "Score", width: 9, format: ONE_DECIMAL },
    { title: "Score at least (as submitted)", width: 14, format: ONE_DECIMAL },
    { title: "Score at most (as submitted)", width: 14, format: ONE_DECIMAL },
    { title: "Readiness", width: 11, format: ONE_DECIMAL },
    { title: "Readiness at least (as submitted)", width: 14, format: ONE_DECIMAL },
    { title: "Readiness at most (as submitted)", width: 14, format: ONE_DECIMAL },
  ];
  addSheet(workbook, "Areas", columns, rows);
}

function addGaps(workbook: ExcelJS.Workbook, { result, states, framework }: Context) {
  const count = states.length;
  const titles = new Map(
    states.flatMap(({ capability }) => capability.actions.map(({ key, title }) => [key, title] as const)),
  );
  const look = (column: string, row: number) =>
    `INDEX(${range("Capabilities", column, count)},MATCH(A${row},${range("Capabilities", "A", count)},0))`;
  const rows = result.gaps.map(({ capability, gap, severity, gain, actions }, index): Value[] => {
    const row = index + 2;
    const title = states.find((state) => state.capability.key === capability)?.capability.title ?? capability;
    return [
      capability,
      title,
      live(look("N", row), gap),
      live(look("O", row), SEVERITY_WORDS[severity]),
      live(look("P", row), gain),
      actions.map((key) => titles.get(key) ?? key).join("\n"),
    ];
  });
  const columns = [
    { title: "Capability", width: 22 },
    { title: "Title", width: 26 },
    { title: "Gap", width: 8, format: TWO_DECIMALS },
    { title: "Severity", width: 11 },
    { title: "Gain", width: 8, format: ONE_DECIMAL },
    { title: `Actions (${framework.key} ${framework.version})`, width: 70 },
  ];
  addSheet(workbook, "Gaps", columns, rows);
}

const contributions = ({ framework, result }: Context) =>
  result.risks.flatMap(({ key, contributors }) => {
    const risk = framework.risks.find((found) => found.key === key);
    return contributors.map(({ capability }) => ({
      risk: key,
      capability,
      weight: risk?.contributors.find((contributor) => contributor.capability === capability)?.weight ?? 0,
    }));
  });

function addRisks(workbook: ExcelJS.Workbook, context: Context) {
  const { result, framework } = context;
  const count = contributions(context).length;
  const sum = (column: string, row: number) =>
    `SUMIF(${range("Contributors", "A", count)},A${row},${range("Contributors", column, count)})`;
  const rows = result.risks.flatMap(
    ({ key, likelihood, impact, rating, inherent, residual }, index): Value[][] => {
      const risk = framework.risks.find((found) => found.key === key);
      if (!risk) return [];
      const row = index + 2;
      return [
        [
          key,
          risk.title,
          live(
            `IF(${sum("D", row)}=0,"",INT(1.5+4*${sum("E", row)}/${sum("D", row)}+0.000000001))`,
            likelihood,
          ),
          impact,
          live(
            `IF(C${row}="","",CHOOSE(1+INDEX({0,0,0,1,1;0,1,1,1,2;0,1,2,2,3;0,1,2,3,4;0,1,2,3,4},C${row},D${row}),"Very low","Low","Moderate","High","Very high"))`,
            RATING_WORDS[rating],
          ),
          RATING_WORDS[inherent],
          RATING_WORDS[residual],
          `${risk.cause} ${risk.event} ${risk.consequence}`,
          risk.indicator,
          risk.contingency,
        ],
      ];
    },
  );
  const columns = [
    { title: "Risk", width: 24 },
    { title: "Title", width: 32 },
    { title: "Likelihood", width: 10 },
    { title: "Impact", width: 8 },
    { title: "Rating", width: 11 },
    { title: "Inherent", width: 11 },
    { title: "With accepted actions (as submitted)", width: 14 },
    { title: "Cause, event, consequence", width: 60 },
    { title: "Early warning", width: 40 },
    { title: "If it happens", width: 40 },
  ];
  addSheet(workbook, "Risks", columns, rows);
}

function addContributors(workbook: ExcelJS.Workbook, context: Context) {
  const results = byCapability(context);
  const count = context.states.length;
  const keys = range("Capabilities", "A", count);
  const rows = contributions(context).map(({ risk, capability, weight }, index): Value[] => {
    const row = index + 2;
    const attainment = results.get(capability)?.attainment ?? null;
    const look = (column: string) =>
      `INDEX(${range("Capabilities", column, count)},MATCH(B${row},${keys},0))`;
    return [
      risk,
      capability,
      weight,
      live(`IF(${look("J")}="Excluded",0,C${row})`, attainment === null ? 0 : weight),
      live(`IF(D${row}=0,0,C${row}*(1-${look("M")}))`, attainment === null ? 0 : weight * (1 - attainment)),
    ];
  });
  const columns = [
    { title: "Risk", width: 24 },
    { title: "Capability", width: 22 },
    { title: "Weight", width: 8 },
    { title: "Weight counted", width: 10 },
    { title: "Weight × shortfall", width: 12, format: TWO_DECIMALS },
  ];
  addSheet(workbook, "Contributors", columns, rows);
}
