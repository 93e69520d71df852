/** While one agency's file is read in a process of its own, another's is written by the database: three keep two cores busy. */
const AT_ONCE = 3;

/** Does the work for every item, a few at a time; answers in the order of the items. */
export async function sideBySide<T, R>(items: readonly T[], work: (item: T, at: number) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const walk = async (): Promise<void> => {
    for (let at = next++; at < items.length; at = next++) results[at] = await work(items[at] as T, at);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, walk));
  return results;
}
