/** A reader of RFC 4180 of its own: records of cells, quotes doubled within quotes, CRLF at the end of each. Throws at the first mistake. */
function readCsv(text: string): readonly (readonly string[])[] {
  const cell = /(?:"(?<quoted>(?:[^"]|"")*)"|(?<plain>[^",\r\n]*))(?<end>,|\r\n)/uy;
  const rows: string[][] = [[]];
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex;
    const found = cell.exec(text)?.groups;
    if (found === undefined) throw new Error(`No cell begins at ${at}.`);
    rows.at(-1)?.push(found['quoted']?.replaceAll('""', '"') ?? found['plain'] ?? '');
    if (found['end'] !== ',') rows.push([]);
  }
  if (rows.pop()?.length !== 0) throw new Error('The last record does not end.');
  return rows;
}

/** Rows by the names in the first one. Throws where a row has more or fewer cells. */
export function readTable(text: string): readonly Readonly<Record<string, string>>[] {
  const [names = [], ...rows] = readCsv(text.replace(/^\uFEFF/u, ''));
  return rows.map((row, at) => {
    if (row.length !== names.length) throw new Error(`Row ${at + 1} has ${row.length} cells.`);
    return Object.fromEntries(names.map((name, place) => [name, row[place] ?? '']));
  });
}
