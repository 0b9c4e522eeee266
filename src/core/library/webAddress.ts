/** A post's address when it is one of the web, else null: a page of links is opened elsewhere, and nothing else may stand in it. */
export function webAddress(url: string | null): string | null {
  return url !== null && /^https?:\/\//iu.test(url) && URL.canParse(url) ? new URL(url).href : null;
}
