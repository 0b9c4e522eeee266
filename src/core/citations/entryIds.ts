/**
 * Keys of the entries of one list: files of the same name in two folders would share one. Answers the key itself, or
 * with a number behind it where it was given before; letter case makes no difference, as in BibTeX.
 */
export function createEntryIds(): (id: string) => string {
  const taken = new Set<string>();
  /** Where to go on counting, so that many posts of one name do not make it slow. */
  const counts = new Map<string, number>();
  return (id) => {
    const folded = id.toLowerCase();
    let count = counts.get(folded) ?? 1;
    let own = count === 1 ? id : `${id}-${count}`;
    while (taken.has(own.toLowerCase())) {
      count += 1;
      own = `${id}-${count}`;
    }
    counts.set(folded, count);
    taken.add(own.toLowerCase());
    return own;
  };
}
