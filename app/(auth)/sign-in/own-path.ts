/** Where to go after signing in: only a path of this desk, never another host; the desk's home for anything else. */
export function ownPath(next: string | readonly string[] | undefined): string {
  if (typeof next !== "string" || !/^\/(?![/\\])[^\\\s]*$/.test(next)) return "/";
  return next.startsWith("/sign-in") || next.startsWith("/api/") ? "/" : next;
}
