/** A path as people write it: the home folder is `~`. `home` empty leaves the path as it is. */
export function shownPath(path: string, home: string): string {
  if (home === '' || !path.startsWith(home)) return path;
  const rest = path.slice(home.length);
  return rest === '' || /^[/\\]/.test(rest) ? `~${rest}` : path;
}
