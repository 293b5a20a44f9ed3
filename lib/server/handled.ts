import "server-only";
import { problem } from "./problem";
import { reportFailure } from "./report-failure";
import { routePattern } from "./routes";

/** The one door of the routes that answer programs: a bug behind it becomes a problem document with its reference. */
export function handled<Asked extends Request, Context>(
  answer: (request: Asked, context: Context) => Promise<Response>,
) {
  return async (request: Asked, context: Context): Promise<Response> => {
    try {
      return await answer(request, context);
    } catch (error) {
      const reference = reportFailure(error, { route: routePattern(request.url), method: request.method });
      return problem({
        status: 500,
        title: "Something went wrong",
        detail: `Something went wrong. Reference ${reference}`,
        reference,
      });
    }
  };
}
