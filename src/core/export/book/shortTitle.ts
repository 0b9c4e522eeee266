/** A title of so many characters is shown whole: ten lines of a small page. */
const LONGEST = 240;

/** PURE. A title as contents and other lists show it: of one that would fill pages, the beginning. */
export function shortTitle(title: string): string {
  const characters = Array.from(title.slice(0, 2 * LONGEST + 2));
  return characters.length <= LONGEST ? title : `${characters.slice(0, LONGEST - 1).join('')}…`;
}
