import type { ComponentProps, ReactNode } from "react";

type FieldProps = {
  id: string;
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  optional?: boolean;
  className?: string;
  children: ReactNode;
};

/** Label, control, hint and message of one entry. Give the control `fieldControl(id, …)`, so that they belong together. */
export function Field({ id, label, hint, error, optional, className = "", children }: FieldProps) {
  return (
    <div className={`grid gap-1 ${className}`}>
      <label htmlFor={id} className="text-table font-medium">
        {label}
        {optional ? <span className="text-ink-faint font-body"> (optional)</span> : null}
      </label>
      {children}
      {hint ? (
        <p id={`${id}-hint`} className="text-caption text-ink-muted">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="text-table text-loss font-medium">
          {error}
        </p>
      ) : null}
    </div>
  );
}

/** The attributes that tie a control to its `Field`. */
export function fieldControl(id: string, { hint, error }: { hint?: boolean; error?: string | undefined } = {}) {
  const describedBy = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return { id, "aria-invalid": error ? true : undefined, "aria-describedby": describedBy || undefined } as const;
}

export function TextInput({ className = "", ...rest }: ComponentProps<"input">) {
  return <input type="text" {...rest} className={`control ${className}`} />;
}

export function TextArea({ className = "", ...rest }: ComponentProps<"textarea">) {
  return <textarea rows={4} {...rest} className={`control ${className}`} />;
}

export function Select({ className = "", ...rest }: ComponentProps<"select">) {
  return <select {...rest} className={`control ${className}`} />;
}

export function Checkbox({ className = "", ...rest }: ComponentProps<"input">) {
  return <input type="checkbox" {...rest} className={`check ${className}`} />;
}

type ErrorSummaryProps = { id: string; title: string; errors: readonly { field: string; message: string }[] };

/** Named first in the form and focused after a refused submit; each entry leads to its control. */
export function ErrorSummary({ id, title, errors }: ErrorSummaryProps) {
  return (
    <div id={id} role="alert" tabIndex={-1} data-tone="loss" className="tone rounded-control px-3 py-2.5">
      <p className="font-strong">{title}</p>
      {errors.length > 0 ? (
        <ul className="mt-1 grid gap-0.5">
          {errors.map((error) => (
            <li key={error.field}>
              <a href={`#${error.field}`} className="inline-flex min-h-6 items-center underline underline-offset-3">
                {error.message}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
