declare module '@citation-js/core' {
  /** Items of CSL-JSON, to be written in a style. */
  export class Cite {
    constructor(entries: readonly object[]);
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
