/** Millimetres in a unit, by the words that people write it with. PostScript points: 72 an inch. */
const units: ReadonlyMap<string, number> = new Map(
  (
    [
      [1, 'mm 毫米 公厘'],
      [10, 'cm 厘米 公分'],
      [25.4, 'in inch inches 英寸 吋 寸 " ″ ”'],
      [25.4 / 72, 'pt 磅 点'],
    ] as const
  ).flatMap(([millimetres, names]) => names.split(' ').map((name) => [name, millimetres] as const)),
);

/**
 * PURE. A length as typed, in millimetres to a tenth: a number alone is millimetres, `8.5 in`, `21 cm` and `8.5"` are
 * what they say; full-width digits and signs, as input methods give them, are taken too. Null for what is no length.
 */
export function readLength(typed: string): number | null {
  // NFKC would make two primes of a double prime.
  const text = typed.replaceAll('″', '"').normalize('NFKC').trim().toLowerCase();
  const found = /^(\d+(?:[.,。]\d*)?|[.,]\d+)\s*(\D*)$/u.exec(text);
  if (found === null) return null;
  const unit = units.get((found[2] ?? '').trim().replace(/\.$/u, '') || 'mm');
  if (unit === undefined) return null;
  const number = Number((found[1] ?? '').replace(/[,。]/u, '.'));
  return Math.round(number * unit * 10) / 10;
}
