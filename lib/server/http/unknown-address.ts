import { AppError } from "@/lib/server/app-error";
import { problemResponse } from "@/lib/server/http/problem-response";
import { newId } from "@/lib/server/new-id";

/** Programs that mistype an address get a problem they can read instead of a page. */
function refuse(): Response {
  const sentence = "There is nothing at this address. /api/openapi.json describes everything there is.";
  return problemResponse(new AppError("not-found", sentence), newId());
}

export { refuse as DELETE, refuse as GET, refuse as OPTIONS, refuse as PATCH, refuse as POST, refuse as PUT };
