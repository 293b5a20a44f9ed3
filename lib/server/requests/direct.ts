import "server-only";
import { handled } from "./handled";
import { refusalOf, refusalResponse } from "./request-guard";

/**
 * As `handled`, for the routes that `proxy.ts` does not stand before: people wait for these at every answer, and Next
 * takes longer to pass a request through it than to store one.
 */
export function direct<Asked extends Request, Context>(
  answer: (request: Asked, context: Context) => Promise<Response>,
) {
  const own = handled(answer);
  return async (request: Asked, context: Context): Promise<Response> => {
    const { method, headers, url } = request;
    const refusal = refusalOf({ method, headers, address: new URL(url).pathname });
    return refusal ? refusalResponse(refusal) : own(request, context);
  };
}
