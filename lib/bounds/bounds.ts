/** Every limit of what comes in, by whatever door: forms, tables, JSON, the API. */
export const BOUNDS = {
  /** Levels of the tree of units, the top being the first. */
  unitDepth: 20,
  /** Units of an organization, those that are archived with them. */
  units: 12_000,
  /** Units or processes in the scope of a unit, and of an assessment. */
  unitScope: 100_000,
  assessmentScope: 1_000_000,
  /** Assessments of an organization, submitted or not. */
  assessments: 50_000,
  /** Items of the inventories of all units. */
  inventory: 20_000,
  /** Processes that one system or use case serves. */
  serves: 200,
  /** Risks of all units that something was decided about, and decisions about one of them. */
  registers: 100_000,
  decisions: 1000,
  /** Plans of an organization. */
  plans: 10_000,
  /** Frameworks of an organization's file. */
  frameworks: 100,
  /** Code points of a name. */
  name: 100,
  /** Code points of the name of a unit or a respondent in a file; a plan tells units of one name apart by what is above. */
  longName: 250,
  /** Code points of a key: of a question, an action, a framework. */
  key: 200,
  /** Code points of an id. */
  id: 100,
  /** Code points of a paragraph: a description, a remark. */
  paragraph: 2000,
  /** Code points of the note of an answer. */
  note: 4000,
  /** Lines of any text. */
  lines: 500,
  /** Links of an answer, and code points of one. */
  links: 20,
  link: 2000,
  /** Answers of a respondent. */
  answers: 1000,
  /** Respondents of an assessment in a file. */
  respondents: 1000,
  /** Actions of an assessment that are accepted. */
  actions: 1000,
  /** Assessments of one upload. */
  drafts: 1000,
  /** Characters of an address that holds a form or a view. */
  query: 100_000,
  /** Files of one upload, and their bytes together. */
  uploadFiles: 100,
  uploadBytes: 32_000_000,
  /** Bytes of a form, without the files of an upload: of 1 MB Next may read for a quarter of a second. */
  formBytes: 250_000,
  /** Code points of the name of a file that are kept. */
  fileName: 200,
  /** Columns of a table. */
  columns: 200,
  /** Rows of a table, without its titles. */
  rows: 10_000,
  /** UTF-16 units of a cell: more than all links of an answer together. */
  cell: 100_000,
  /** Number formats of a workbook and styles of its cells, and letters of a format: what Excel itself allows. */
  cellStyles: 65_490,
  numberFormat: 255,
  /** Letters of the name of a part of a workbook. */
  partName: 1000,
  /** Workbooks of one upload: each may take a second and 200 MB to unpack. */
  workbooks: 10,
  /** Parts of a workbook. */
  workbookParts: 1000,
  /** Bytes of all parts together, as the directory of the file says; no part may then hold more than is said of it. */
  unpackedBytes: 20_000_000,
  /** Times that the parts are larger than the file. Full tables from spreadsheet programs stay below 20. */
  unpackedRatio: 200,
  /** UTF-16 units of all cells of a sheet: a text stands in the file once, and any number of cells may refer to it. */
  sheetText: 20_000_000,
  /** Elements of a part, a cell with its value being two, and how deep they lie in each other. */
  xmlElements: 1_000_000,
  xmlDepth: 100,
  /** Bytes of a part without an element that begins or ends: no text or list of attributes is that long. */
  xmlWithoutElement: 1_048_576,
  /** Faults of a file that are told; what follows is counted. */
  faults: 1000,
  /** The first and the last year of any date. */
  firstYear: 1900,
  lastYear: 2200,
  /** Units of a plan, and of a request of the command line, whose plan nobody stores. */
  planUnits: 25,
  commandUnits: 1000,
  /** Actions, loads and sentences of a plan in a file: units × actions, weeks × roles. */
  planEntries: 10_000,
  /** Code points of a sentence about a plan, which may name every action that was dropped. */
  planSentence: 20_000,
  /** Person-weeks of an action, people of a role, cost of a plan. */
  personWeeks: 1e9,
  planCost: 1e18,
  /** Groups of stakeholders of a plan. */
  stakeholders: 200,
  /** Code points of what an activity for a group does. */
  activity: 400,
  /** Parts that the work of an action is split into. */
  parts: 4,
  /** Full-time people of a role, in the form and in a file. */
  people: 1000,
  fte: 10_000,
  /** Of any amount of money. */
  money: 1e12,
  /** Weeks of a plan that the form makes, and of any plan. */
  formWeeks: 52,
  planWeeks: 104,
  /** Weeks that what is planned may run beyond the plan. */
  planWeeksBeyond: 104,
  /** Assessments that are asked after at once. */
  askedAfter: 200,
  /** Values of a JSON file, and how many of them are objects or lists: more than 30 MB of the densest export hold. */
  jsonValues: 4_000_000,
  jsonContainers: 1_000_000,
  /** Keys of one object of a JSON file. */
  jsonKeys: 10_000,
  /** Revisions of an answer. */
  revision: 999_999_999,
} as const satisfies Record<string, number>;
