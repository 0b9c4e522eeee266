/** The small parser that comes with Readability, for where there is no document; it has no types of its own. */
declare module '@mozilla/readability/JSDOMParser.js' {
  export default class JSDOMParser {
    /** Takes well-formed markup only. */
    parse(markup: string): Document;
  }
}
