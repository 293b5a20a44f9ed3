import "server-only";
import { problem } from "./problem";
import { reportFailure } from "./report-failure";
import { routePattern } from "./routes";
import { storageAdvice, storageFault } from "./storage-fault";

/** The one door of the routes that answer programs: a bug behind it becomes a problem document with its reference. */
export function handled<Asked extends Request, Context>(
  answer: (request: Asked, context: Context) => Promise<Response>,
) {
  return async (request: Asked, context: Context): Promise<Response> => {
    try {
      return await answer(request, context);
    } catch (error) {
      const reference = reportFailure(error, { route: routePattern(request.url), method: request.method });
      const fault = storageFault(error);
      if (fault) {
        const detail = `The app cannot use its disk: ${fault}. Nothing of this was stored. ${storageAdvice(error)}`;
        return problem({ status: 507, title: "Cannot be stored", detail, reference });
      }
      return problem({
        status: 500,
        title: "Something went wrong",
        detail: `Something went wrong. Reference ${reference}`,
        reference,
      });
    }
  };
}
