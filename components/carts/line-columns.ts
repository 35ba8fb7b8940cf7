/** The columns of every line and of the head above them. */
export function lineColumns(showsCost: boolean): string {
  const columns = showsCost
    ? "lg:grid-cols-[minmax(0,1fr)_7.5rem_5.5rem_6rem_7rem_8rem_2rem]"
    : "lg:grid-cols-[minmax(0,1fr)_7.5rem_7rem_8rem_2rem]";
  return `grid gap-x-4 ${columns}`;
}
