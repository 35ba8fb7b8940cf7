import { z } from "zod";
import { defineRoute } from "@/lib/contracts/route";

export const roles = ["admin", "manager", "seller", "seller-no-cost"] as const;
export type Role = (typeof roles)[number];

/** What a role may do beyond browsing, carting and quoting. */
export const rights = [
  "costs:read",
  "quotes:all",
  "rules:write",
  "syncs:write",
  "users:write",
  "settings:write",
] as const;
export type Right = (typeof rights)[number];

export const SessionSchema = z
  .object({
    user: z.object({ email: z.string(), name: z.string(), role: z.enum(roles) }),
    rights: z.array(z.enum(rights)),
    demo: z.boolean(),
  })
  .meta({ id: "Session" });

export type SessionDto = z.infer<typeof SessionSchema>;

export const SignInSchema = z.strictObject({ email: z.string().trim().max(254), password: z.string().min(1).max(256) });

export const signInRoute = defineRoute({
  method: "POST",
  path: "/api/session",
  summary: "Sign in",
  access: "anyone",
  body: SignInSchema,
  status: 200,
  response: SessionSchema,
});
export const getSessionRoute = defineRoute({
  method: "GET",
  path: "/api/session",
  summary: "Who am I",
  access: "signed-in",
  status: 200,
  response: SessionSchema,
});
export const signOutRoute = defineRoute({
  method: "DELETE",
  path: "/api/session",
  summary: "Sign out; this session ends everywhere it was copied to",
  access: "anyone",
  status: 204,
});
