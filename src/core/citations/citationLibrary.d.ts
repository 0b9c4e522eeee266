declare module '@citation-js/core' {
  /** Items of CSL-JSON, to be written in a style; or text in a format that a plugin reads. */
  export class Cite {
    constructor(entries: readonly object[] | string);
    /** The items. */
    format(kind: 'data', options: { readonly format: 'object' }): unknown;
    format(kind: 'bibliography', options: Readonly<Record<string, unknown>>): string;
  }
  /** What plugins registered. */
  export const plugins: {
    readonly config: {
      get(name: '@csl'): { readonly styles: { add(name: string, style: string): void } };
    };
  };
}

declare module '@citation-js/plugin-csl' {}

declare module '@citation-js/plugin-bibtex' {}

declare module '@citation-js/plugin-ris' {}
