"use client";

import { Upload } from "lucide-react";
import { useId, useState, type ChangeEvent } from "react";

type ListFileProps = { max: number; onRead: (text: string) => void };

/** A list from a file: read here, and looked through like a pasted one. */
export function ListFile({ max, onRead }: ListFileProps) {
  const id = useId();
  const [problem, setProblem] = useState<string | null>(null);
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    if (!file) return;
    const text = await readText(file);
    // The same file may be chosen again after it was mended.
    target.value = "";
    const wrong = problemOf(text, max);
    setProblem(wrong === null ? null : `${file.name}: ${wrong}`);
    if (wrong === null && text !== null) onRead(text);
  };
  return (
    <div className="grid gap-1">
      <label className="btn has-focus-visible:outline-accent justify-self-start has-focus-visible:outline-2">
        <Upload aria-hidden="true" />
        Open a file
        <input
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
          className="sr-only"
          aria-describedby={`${id}-kinds`}
          onChange={(event) => void choose(event)}
        />
      </label>
      <p id={`${id}-kinds`} className="text-caption text-ink-muted">
        CSV or text, with the part number and the quantity in the first two columns
      </p>
      {problem === null ? null : (
        <p role="alert" className="text-table text-loss">
          {problem}
        </p>
      )}
    </div>
  );
}

/** Null for what is no text; older spreadsheets write text in the encoding of Windows. */
async function readText(file: File): Promise<string | null> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

function problemOf(text: string | null, max: number): string | null {
  if (text === null) return "this is not a text file. Save the sheet as CSV, or copy its cells and paste them.";
  if (text.trim() === "") return "the file is empty.";
  return text.length > max ? "the list is too long; split it into parts of 1,000 lines." : null;
}
