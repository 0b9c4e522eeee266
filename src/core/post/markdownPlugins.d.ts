/** The two plugins come without types of their own; both follow markdown-it's plain plugin shape. */
declare module 'markdown-it-footnote' {
  import type { PluginSimple } from 'markdown-it';
  const footnote: PluginSimple;
  // eslint-disable-next-line import/no-default-export -- the package has only a default export
  export default footnote;
}
declare module 'markdown-it-deflist' {
  import type { PluginSimple } from 'markdown-it';
  const deflist: PluginSimple;
  // eslint-disable-next-line import/no-default-export -- the package has only a default export
  export default deflist;
}
