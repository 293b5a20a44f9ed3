import "server-only";
import { BUSY } from "../../storage/faults";
import { storageAdvice, storageCode, storageFault } from "../storage/storage-fault";
import { problem } from "./problem";
import { reportFailure } from "./report-failure";
import { requestState } from "./request-state";
import { routePattern } from "./routes";

/** The one door of the routes: a bug behind it becomes a problem with its reference. */
export function handled<Asked extends Request, Context>(
  answer: (request: Asked, context: Context) => Promise<Response>,
) {
  return async (request: Asked, context: Context): Promise<Response> => {
    // Whatever was sent, from here on a failure is the app's own.
    const state = requestState.getStore();
    if (state) state.understood = true;
    try {
      return await answer(request, context);
    } catch (error) {
      const reference = reportFailure(error, { route: routePattern(request.url), method: request.method });
      const fault = storageFault(error);
      if (fault) {
        const busy = storageCode(error) === BUSY;
        const why = busy ? "The app cannot store this yet" : "The app cannot use its disk";
        const detail = `${why}: ${fault}. Nothing of this was stored. ${storageAdvice(error)}`;
        return problem({ status: busy ? 503 : 507, title: "Cannot be stored", detail, reference });
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
