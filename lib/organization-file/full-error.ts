import { AssessmentError } from "../scoring/assessment-error";

/** A list of a file brings more than the organization has room for. */
export class FullError extends AssessmentError {}
