/** An address of so many characters is shown whole: four lines or so. */
const LONGEST = 320;
const HEAD = 220;
const TAIL = 60;

/** PURE. An address as a page shows it: of one that is longer than anybody reads, the beginning and the end. */
export const shortAddress = (address: string): string =>
  address.length <= LONGEST ? address : `${address.slice(0, HEAD)}…${address.slice(-TAIL)}`;
