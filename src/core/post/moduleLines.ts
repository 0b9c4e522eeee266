/** One `import … from '…'` or `import '…'` of MDX with the blank lines below it. */
const IMPORT =
  /^import\s(?:[\w$*{}\s,]{1,500}?\sfrom\s)?\s*(?:'[^'\n]{1,300}'|"[^"\n]{1,300}");?[ \t]*(?:\n\s*|$)/u;

/**
 * The body of a file, of MDX without the imports at its top (mdxjs.com/docs/what-is-mdx): they name programs, which are never run.
 * Everything else stays, exports too, for they may hold words; components lose their tags with those of other unknown
 * elements and keep what stands in them.
 */
export function withoutImports(body: string, path: string): string {
  if (!/\.mdx$/iu.test(path)) return body;
  let rest = body.replace(/^\s*\n/u, '');
  const start = rest;
  for (let match = IMPORT.exec(rest); match !== null; match = IMPORT.exec(rest)) {
    rest = rest.slice(match[0].length);
  }
  return rest === start ? body : rest;
}
