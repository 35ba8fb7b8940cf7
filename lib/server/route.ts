import type { z } from "zod";
import { DESK_VIEW_COOKIE, DESK_VIEW_HEADER } from "@/lib/contracts/customer-view";
import type { Access, RouteContract } from "@/lib/contracts/route";
import { AppError } from "@/lib/server/app-error";
import { cookieName, cookieOf, unsealSession } from "@/lib/server/accounts/session-cookie";
import { findViewer } from "@/lib/server/accounts/sessions";
import { env } from "@/lib/server/env";
import { guardWrite } from "@/lib/server/http/guard-write";
import { problemResponse } from "@/lib/server/http/problem-response";
import { readJsonBody } from "@/lib/server/http/read-body";
import { refuseNul } from "@/lib/server/http/refuse-nul";
import { newId } from "@/lib/server/new-id";
import { database } from "@/lib/server/store/database";
import { asTabShows, type Viewer } from "@/lib/server/viewer";

export type Call<A extends Access, Params, Query, Body> = {
  readonly viewer: A extends "anyone" | "outsider" ? Viewer | null : Viewer;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly request: Request;
  readonly requestId: string;
};

/** An address without placeholders has no params at all. */
type RouteContext = { readonly params: Promise<Record<string, string | string[] | undefined> | undefined> };

type Handler = (request: Request, context: RouteContext) => Promise<Response>;

type JsonOptions = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
};

/** A JSON answer that differs from the contract's status or carries headers of its own. */
export class JsonAnswer {
  readonly data: unknown;
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];

  constructor(data: unknown, options: JsonOptions = {}) {
    this.data = data;
    this.status = options.status;
    this.headers = options.headers ?? {};
    this.cookies = options.cookies ?? [];
  }
}

export function json(data: unknown, options: JsonOptions = {}): JsonAnswer {
  return new JsonAnswer(data, options);
}

/**
 * A route handler that keeps its contract: right, origin, size and shape are checked before `handle` runs, and
 * whatever it throws becomes a problem answer. `handle` gives plain data, `json(…)`, or a Response of its own.
 */
export function route<A extends Access, P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  contract: RouteContract<P, Q, B> & { readonly access: A },
  handle: (call: Call<A, z.output<P>, z.output<Q>, z.output<B>>) => unknown,
): Handler {
  return async (request, context) => {
    const requestId = newId();
    try {
      guardWrite(request);
      const viewer = await authorise(request, contract.access);
      const call = {
        viewer,
        params: parse(contract.params, storable((await context.params) ?? {}, "path"), "path"),
        query: parse(contract.query, storable(queryValues(request.url), "query"), "query"),
        body: parse(contract.body, contract.body ? await readJsonBody(request) : undefined, "body"),
        request,
        requestId,
      };
      // `authorise` gives a viewer wherever the access asks for one.
      const answer = await handle(call as Call<A, z.output<P>, z.output<Q>, z.output<B>>);
      return toResponse(answer, contract.status, requestId);
    } catch (error) {
      return problemResponse(error, requestId);
    }
  };
}

async function authorise(request: Request, access: Access): Promise<Viewer | null> {
  const viewer = await viewerOf(request);
  if (access === "anyone" || access === "outsider") return viewer;
  if (!viewer) throw new AppError("not-signed-in", "Sign in to go on.");
  const enough = access === "signed-in" || viewer.role === "admin" || viewer.role === access;
  if (!enough) throw new AppError("forbidden", "Your role does not allow this. Ask an administrator.");
  return viewer;
}

/** The session id in the request's cookie, or null. */
export async function sessionIdOf(request: Request): Promise<string | null> {
  const seal = cookieOf(request.headers, cookieName());
  return seal ? unsealSession(seal) : null;
}

async function viewerOf(request: Request): Promise<Viewer | null> {
  const sid = await sessionIdOf(request);
  const { headers } = request;
  const viewer = sid ? await findViewer(await database(), sid, { demo: env().demo }) : null;
  return viewer && asTabShows(viewer, headers.get(DESK_VIEW_HEADER) ?? cookieOf(headers, DESK_VIEW_COOKIE));
}

function parse<S extends z.ZodType>(schema: S | undefined, value: unknown, where: string): z.output<S> | undefined {
  if (!schema) return undefined;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const errors = result.error.issues.map((issue) => ({
    path: [where, ...issue.path].join("."),
    message: issue.message,
  }));
  const first = errors[0];
  throw new AppError("invalid", first ? `${first.path}: ${first.message}` : "Some values are wrong.", { errors });
}

function storable<V extends Record<string, string | string[] | undefined>>(values: V, where: string): V {
  for (const [name, value] of Object.entries(values)) refuseNul([name, value ?? []].flat(), where);
  return values;
}

/** A repeated parameter becomes a list, a single one a text. */
function queryValues(address: string): Record<string, string | string[]> {
  const values = new Map<string, string | string[]>();
  for (const [name, value] of new URL(address).searchParams) {
    const before = values.get(name);
    values.set(name, before === undefined ? value : [before, value].flat());
  }
  values.delete("__proto__");
  return Object.fromEntries(values);
}

function toResponse(answer: unknown, contractStatus: number, requestId: string): Response {
  if (answer instanceof Response) {
    if (!answer.headers.has("cache-control")) answer.headers.set("cache-control", "private, no-store");
    answer.headers.set("x-request-id", requestId);
    return answer;
  }
  const { data, status = contractStatus, headers, cookies } = answer instanceof JsonAnswer ? answer : json(answer);
  const steady = new Headers({ "cache-control": "private, no-store", "x-request-id": requestId, ...headers });
  for (const cookie of cookies) steady.append("set-cookie", cookie);
  if (status === 204) return new Response(null, { status, headers: steady });
  steady.set("content-type", "application/json; charset=utf-8");
  return new Response(JSON.stringify(data), { status, headers: steady });
}
