import { AppError } from "@/lib/server/app-error";
import { problemResponse } from "@/lib/server/http/problem-response";
import { newId } from "@/lib/server/new-id";

/** The methods of every description whose path has the form of this address, as RFC 9110 writes them. */
async function allowedAt(request: Request): Promise<string> {
  // Loaded when somebody errs: every route would otherwise carry every description.
  const { allRoutes } = await import("@/lib/contracts/openapi");
  const parts = new URL(request.url).pathname.split("/");
  const fits = (path: string) => {
    const pattern = path.split("/");
    return (
      pattern.length === parts.length && pattern.every((part, index) => part.startsWith("{") || part === parts[index])
    );
  };
  const methods = allRoutes().flatMap(({ contract }) => (fits(contract.path) ? [contract.method] : []));
  return [...methods, ...(methods.includes("GET") ? ["HEAD"] : []), "OPTIONS"].join(", ");
}

async function refuse(request: Request): Promise<Response> {
  const sentence = `${request.method} is not possible at this address.`;
  const headers = { allow: await allowedAt(request) };
  return problemResponse(new AppError("method-not-allowed", sentence, { headers }), newId());
}

async function options(request: Request): Promise<Response> {
  return new Response(null, { status: 204, headers: { allow: await allowedAt(request) } });
}

/**
 * What a route answers to the methods it does not have: `export * from` this file leaves a route's own exports in
 * place. The framework itself would answer 405 without a body.
 */
export { refuse as DELETE, refuse as GET, options as OPTIONS, refuse as PATCH, refuse as POST, refuse as PUT };
