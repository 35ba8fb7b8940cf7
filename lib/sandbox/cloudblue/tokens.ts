import { randomBytes } from "node:crypto";
import type { SandboxClock } from "../clock";

export type TokenStore = {
  readonly issue: () => string;
  readonly isValid: (token: string) => boolean;
  readonly expireAll: () => void;
};

export function createTokenStore(clock: SandboxClock, lifeSeconds: number): TokenStore {
  const expiryByToken = new Map<string, number>();
  return {
    issue: () => {
      for (const [token, expiry] of expiryByToken) if (expiry <= clock.now()) expiryByToken.delete(token);
      const token = `sandbox.${randomBytes(12).toString("hex")}.not-a-real-token`;
      expiryByToken.set(token, clock.now() + lifeSeconds * 1000);
      return token;
    },
    isValid: (token) => (expiryByToken.get(token) ?? 0) > clock.now(),
    expireAll: () => expiryByToken.clear(),
  };
}
