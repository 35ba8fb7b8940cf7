import { callApi } from "@/lib/client/api";
import type { SearchReadingDto, SynonymsReadDto } from "@/lib/contracts/catalog-settings";

/** How a search would be read with these synonyms; nothing is saved. */
export async function trySynonyms(text: string, groups: readonly (readonly string[])[]): Promise<SearchReadingDto> {
  return (await callApi<SearchReadingDto>("POST", "/api/settings/synonyms/try", { body: { text, groups } })).body;
}

export async function readSynonyms(csv: string): Promise<SynonymsReadDto> {
  return (await callApi<SynonymsReadDto>("POST", "/api/settings/synonyms/read", { body: { csv } })).body;
}
