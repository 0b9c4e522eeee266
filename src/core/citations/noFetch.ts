/** Stands in the bundle for the libraries by which the citation library would fetch: no process of the app may. */
export function noFetch(): never {
  throw new Error('Nothing is fetched: citations are made from what is here.');
}

/** Named by the citation library. */
export const Headers = noFetch;

// oxlint-disable-next-line import/no-default-export -- the libraries it stands for are imported so
export default noFetch;
