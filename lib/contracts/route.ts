import type { z } from "zod";

/** Who may call a route. `outsider` needs no account but holds a share link. */
export type Access = "anyone" | "outsider" | "signed-in" | "manager" | "admin";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** The description a handler parses with and the OpenAPI document is made from. */
export type RouteContract<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
> = {
  readonly method: Method;
  /** Address with {placeholders}, as in the OpenAPI document. */
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly headers?: readonly { readonly name: string; readonly required: boolean; readonly description: string }[];
  /** Success answer: status, media type (JSON unless said) and shape. */
  readonly status: number;
  readonly media?: string;
  readonly response?: z.ZodType;
};

/** Keeps the schemas' types and who may call, so that the handler receives parsed values and a certain viewer. */
export function defineRoute<
  const A extends Access,
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
>(
  contract: RouteContract<Params, Query, Body> & { readonly access: A },
): RouteContract<Params, Query, Body> & { readonly access: A } {
  return contract;
}
