import { readFile } from "node:fs/promises";
import { extractText, getDocumentProxy } from "unpdf";

export type PdfFacts = { readonly text: string; readonly pages: readonly string[]; readonly pageWidth: number };

/** What a PDF says, page by page, and how wide its first page is in points. */
export async function pdfText(file: string): Promise<PdfFacts> {
  const document = await getDocumentProxy(new Uint8Array(await readFile(file)));
  const { text } = await extractText(document, { mergePages: false });
  const pages = text.map((page) => page.replace(/\s+/g, " "));
  const [, , pageWidth = 0] = (await document.getPage(1)).view;
  return { text: pages.join(" "), pages, pageWidth };
}
