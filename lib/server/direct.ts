import "server-only";
import { handled } from "./handled";
import { refusalOf, withSecurityHeaders } from "./request-guard";

/**
 * As `handled`, for the routes that `proxy.ts` does not stand before: people wait for these at every answer, and Next
 * takes longer to pass a request through it than to store one.
 */
export function direct<Asked extends Request, Context>(
  answer: (request: Asked, context: Context) => Promise<Response>,
) {
  const own = handled(answer);
  return async (request: Asked, context: Context): Promise<Response> =>
    withSecurityHeaders(refusalOf(request) ?? (await own(request, context)));
}
