import type { ProblemCode } from "@/lib/contracts/problem";

export type FieldError = { readonly path: string; readonly message: string };

type AppErrorOptions = {
  readonly errors?: readonly FieldError[];
  readonly cause?: unknown;
  /** Further members of the problem body, such as the current cart after a stale save. */
  readonly extra?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
};

/** A refusal with its code and a sentence for people; `lib/server/route.ts` turns it into the problem body. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ProblemCode;
  readonly errors: readonly FieldError[];
  readonly extra: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ProblemCode, sentence: string, options: AppErrorOptions = {}) {
    super(sentence, { cause: options.cause });
    this.code = code;
    this.errors = options.errors ?? [];
    this.extra = options.extra ?? {};
    this.headers = options.headers ?? {};
  }

  /** The bundler may load this module several times in one process; an error of any of them is one of ours. */
  static override [Symbol.hasInstance](thrown: unknown): thrown is AppError {
    return thrown instanceof Error && thrown.name === "AppError" && "code" in thrown && "extra" in thrown;
  }
}
