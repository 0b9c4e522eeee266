/** Fields that a line in the margin knows, by the names that are kept and that main knows. */
export const templateFields = [
  'source',
  'date',
  'title',
  'archive',
  'book',
  'page',
  'pages',
] as const;

type TemplateField = (typeof templateFields)[number];

/** What fields are called in the reader's language. */
export type FieldNames = Readonly<Record<TemplateField, string>>;

const asField = (name: string): TemplateField | undefined =>
  templateFields.find((field) => field === name);

/** PURE. A template with its fields in the reader's language: `{page} / {pages}` is `{页码} / {总页数}`. */
export const shownTemplate = (kept: string, names: FieldNames): string =>
  kept.replaceAll(/\{([a-z]+)\}/gu, (whole, name: string) => {
    const field = asField(name);
    return field === undefined ? whole : `{${names[field]}}`;
  });

/**
 * PURE. A template as typed, with its fields by the names that are kept; those count in every language. Braces and bars of
 * full width, as Chinese input methods give them, are plain ones.
 */
export const keptTemplate = (typed: string, names: FieldNames): string =>
  typed
    .replaceAll('｛', '{')
    .replaceAll('｝', '}')
    .replaceAll('｜', '|')
    .replaceAll(/\{([^{}|]*)\}/gu, (whole, inside: string) => {
      const name = inside.trim();
      const field =
        asField(name.toLowerCase()) ?? templateFields.find((one) => names[one] === name);
      return field === undefined ? whole : `{${field}}`;
    });

/** PURE. What stands in braces and is no field, as written with its braces; once each. */
export function unknownFields(kept: string): readonly string[] {
  const found = kept.match(/\{[^{}|]*\}/gu) ?? [];
  return [...new Set(found.filter((each) => asField(each.slice(1, -1)) === undefined))];
}
