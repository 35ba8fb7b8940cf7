import { listFindingsRoute } from "@/lib/contracts/changes";
import { listFindings } from "@/lib/server/data-quality/list-findings";
import { route } from "@/lib/server/route";
import { database } from "@/lib/server/store/database";

export * from "@/lib/server/http/other-methods";

export const GET = route(listFindingsRoute, async ({ viewer, query: { page, pageSize, ...filter } }) =>
  listFindings(await database(), viewer, filter, { page, pageSize }),
);
