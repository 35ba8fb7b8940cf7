import { z } from "zod";
import { defineRoute } from "@/lib/contracts/route";

export const healthRoute = defineRoute({
  method: "GET",
  path: "/api/health",
  summary: "The process is up",
  access: "anyone",
  status: 200,
  response: z.object({ status: z.literal("ok") }),
});

export const readyRoute = defineRoute({
  method: "GET",
  path: "/api/ready",
  summary: "The database answers and a catalog is loaded; 503 until then",
  access: "anyone",
  status: 200,
  response: z.object({ status: z.literal("ready") }),
});

export const openapiRoute = defineRoute({
  method: "GET",
  path: "/api/openapi.json",
  summary: "This description",
  access: "anyone",
  status: 200,
  response: z.looseObject({ openapi: z.string() }),
});
