import { createIntList } from "@/lib/domain/catalog/index/growing";
import { createStringTable, type StringTable } from "@/lib/domain/catalog/index/string-table";
import type { DocumentWords } from "@/lib/domain/catalog/text/document-words";
import { letterMask } from "@/lib/domain/catalog/text/typos";

/** The products each text of a table stands in: rows[starts[i] … starts[i + 1]), ascending. */
export type Postings = { readonly table: StringTable; readonly starts: Int32Array; readonly rows: Int32Array };

export type TextIndexData = {
  readonly words: Postings & { readonly weights: Uint8Array };
  /** Words of letters only, the ones a typo may be meant for. */
  readonly typoWords: Int32Array;
  readonly typoMasks: Uint32Array;
  readonly typoLengths: Uint8Array;
  readonly partNumbers: Postings;
  readonly ids: Postings;
  readonly nameWords: Uint8Array;
};

export type TextIndexBuilder = {
  add(document: DocumentWords): void;
  /** `rowOf` gives each product's final row number by the order in which it was added. */
  finish(rowOf: Int32Array): Generator<void, TextIndexData>;
};

export function createTextIndexBuilder(): TextIndexBuilder {
  const words = createPostingsBuilder();
  const partNumbers = createPostingsBuilder();
  const ids = createPostingsBuilder();
  const nameWords = createIntList();
  let documents = 0;
  return {
    add(document) {
      for (const [word, weight] of document.words) words.add(word, documents, weight);
      for (const number of document.partNumbers) partNumbers.add(number, documents, 0);
      for (const id of document.ids) ids.add(id, documents, 0);
      nameWords.push(Math.min(document.nameWords, 255));
      documents += 1;
    },
    *finish(rowOf) {
      const finished = yield* words.finish(rowOf);
      const lengths = new Uint8Array(documents);
      for (let i = 0; i < documents; i += 1) lengths[rowOf[i] ?? 0] = nameWords.at(i);
      return {
        words: finished,
        ...typoData(finished.texts),
        partNumbers: withoutTexts(yield* partNumbers.finish(rowOf)),
        ids: withoutTexts(yield* ids.finish(rowOf)),
        nameWords: lengths,
      };
    },
  };
}

function withoutTexts({ table, starts, rows }: Postings): Postings {
  return { table, starts, rows };
}

function typoData(texts: readonly string[]) {
  const words = createIntList();
  texts.forEach((text, i) => {
    if (text.length >= 3 && /^\p{L}+$/u.test(text)) words.push(i);
  });
  const typoWords = words.take().slice();
  const typoMasks = Uint32Array.from(typoWords, (i) => letterMask(texts[i] ?? ""));
  const typoLengths = Uint8Array.from(typoWords, (i) => (texts[i] ?? "").length);
  return { typoWords, typoMasks, typoLengths };
}

function createPostingsBuilder() {
  const idOf = new Map<string, number>();
  const [textIds, documents, weights] = [createIntList(), createIntList(), createIntList()];
  return {
    add(text: string, document: number, weight: number) {
      let id = idOf.get(text);
      if (id === undefined) {
        id = idOf.size;
        idOf.set(text, id);
      }
      textIds.push(id);
      documents.push(document);
      weights.push(weight);
    },
    *finish(rowOf: Int32Array): Generator<void, Postings & { weights: Uint8Array; texts: readonly string[] }> {
      const texts = [...idOf.keys()].sort();
      yield;
      const rankOf = new Int32Array(texts.length);
      texts.forEach((text, rank) => (rankOf[idOf.get(text) ?? 0] = rank));
      const entries = textIds.size();
      const starts = new Int32Array(texts.length + 1);
      for (let i = 0; i < entries; i += 1) bump(starts, (rankOf[textIds.at(i)] ?? 0) + 1);
      for (let i = 1; i < starts.length; i += 1) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
      yield;
      // Entries are visited in row order, so that each text's rows come out ascending.
      const byRow = entriesByRow(documents.take(), rowOf);
      yield;
      const rows = new Int32Array(entries);
      const sortedWeights = new Uint8Array(entries);
      const next = starts.slice();
      for (const entry of byRow) {
        const at = bump(next, rankOf[textIds.at(entry)] ?? 0);
        rows[at] = rowOf[documents.at(entry)] ?? 0;
        sortedWeights[at] = weights.at(entry);
      }
      yield;
      return { table: createStringTable(texts), starts, rows, weights: sortedWeights, texts };
    },
  };
}

function entriesByRow(documents: Int32Array, rowOf: Int32Array): Int32Array {
  const starts = new Int32Array(rowOf.length + 1);
  for (const document of documents) bump(starts, (rowOf[document] ?? 0) + 1);
  for (let i = 1; i < starts.length; i += 1) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
  const order = new Int32Array(documents.length);
  documents.forEach((document, entry) => (order[bump(starts, rowOf[document] ?? 0)] = entry));
  return order;
}

/** Adds one and answers what was there before. */
function bump(counts: Int32Array, at: number): number {
  const before = counts[at] ?? 0;
  counts[at] = before + 1;
  return before;
}
