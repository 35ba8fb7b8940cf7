/** The address of an option for the field that names the chosen one. */
export function optionId(listId: string, at: number): string {
  return `${listId}-${at}`;
}
