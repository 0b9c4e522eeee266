/** PURE. Whether a path is one of these or lies below one of them; `''` is above all. */
export function coverage(paths: readonly string[]): (path: string) => boolean {
  const covered = new Set(paths);
  if (covered.has('')) return () => true;
  return (path) => {
    if (covered.has(path)) return true;
    for (let end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
      if (covered.has(path.slice(0, end))) return true;
    }
    return false;
  };
}
