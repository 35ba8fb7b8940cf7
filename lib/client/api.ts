import type { Problem } from "@/lib/contracts/problem";

/** A refusal of our own API, or no answer at all (`status` 0). The message is a sentence for people. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: number;
  readonly code: string;
  /** Short reference to quote when asking for help. */
  readonly reference: string | null;
  readonly errors: readonly { path: string; message: string }[];
  readonly retryAfterSeconds: number | null;
  readonly problem: Problem | null;

  constructor(status: number, problem: Problem | null, retryAfterSeconds: number | null, cause?: unknown) {
    super(sentenceOf(status, problem), { cause });
    this.status = status;
    this.code = problem?.code ?? (status === 0 ? "no-answer" : "unreadable");
    this.reference = problem?.requestId ?? null;
    this.errors = problem?.errors ?? [];
    this.retryAfterSeconds = retryAfterSeconds;
    this.problem = problem;
  }
}

function sentenceOf(status: number, problem: Problem | null): string {
  if (problem) return problem.detail ?? problem.title;
  if (status === 0) return "The desk does not answer. Check the connection and try again.";
  return "The desk gave an answer that could not be read. Try again.";
}

type Search = Record<string, string | number | boolean | readonly string[] | null | undefined>;

export type ApiOptions = {
  readonly search?: Search | undefined;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly signal?: AbortSignal | undefined;
};

export type ApiAnswer<Body> = { readonly body: Body; readonly etag: string | null };

/** Lists are repeated, empty values left out. */
export function withSearch(path: string, search: Search = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (value === null || value === undefined || value === "") continue;
    if (typeof value === "object") for (const one of value) parameters.append(name, one);
    else parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text ? `${path}?${text}` : path;
}

/** Ids and keys may hold any character; each goes into the address as one segment. */
export function pathOf(...segments: readonly string[]): string {
  return `/${segments.map(encodeURIComponent).join("/")}`;
}

export async function callApi<Body>(method: string, path: string, options: ApiOptions = {}): Promise<ApiAnswer<Body>> {
  const response = await send(method, path, options);
  if (!response.ok) throw await refusalOf(response);
  const etag = response.headers.get("ETag");
  if (response.status === 204) return { body: undefined as Body, etag };
  try {
    return { body: (await response.json()) as Body, etag };
  } catch (cause) {
    throw new ApiError(response.status, null, null, cause);
  }
}

export async function getJson<Body>(path: string, options?: ApiOptions): Promise<Body> {
  return (await callApi<Body>("GET", path, options)).body;
}

async function send(method: string, path: string, { search, body, headers, signal }: ApiOptions): Promise<Response> {
  const writing = method !== "GET";
  try {
    return await fetch(withSearch(path, search), {
      method,
      headers: {
        Accept: "application/json",
        ...(writing ? { "Content-Type": "application/json" } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ApiError(0, null, null, cause);
  }
}

async function refusalOf(response: Response): Promise<ApiError> {
  const retryAfter = Number.parseInt(response.headers.get("Retry-After") ?? "", 10);
  const problem: unknown = await response.json().catch(() => null);
  return new ApiError(response.status, isProblem(problem) ? problem : null, retryAfter > 0 ? retryAfter : null);
}

function isProblem(value: unknown): value is Problem {
  return typeof value === "object" && value !== null && "title" in value && "code" in value;
}
