import { describe, expect, test } from 'vitest';
import { readInvocation } from '../../src/cli/invocation.ts';
import { UsageError } from '../../src/cli/readArguments.ts';
import type { ExportInvocation } from '../../src/cli/exportInvocation.ts';
import { helpText } from '../../src/cli/helpText.ts';
import { defaultExportOptions } from '../../src/shared/defaults.ts';

function exported(...line: readonly string[]): ExportInvocation {
  const request = readInvocation(['export', 'n', '--query=', ...line]);
  if (request.kind !== 'run' || request.invocation.command !== 'export') throw new Error('not run');
  return request.invocation;
}

const changes = (...line: readonly string[]): object => exported(...line).wishes.changes;
const ofBook = (...line: readonly string[]): object => changes('--to', 'a.pdf', ...line);

describe('options of the dialog on the command line', () => {
  test.each([
    [['--title', '江汀剪报', '--subtitle='], { title: '江汀剪报', subtitle: '' }],
    [['--paper', 'a5'], { pageSize: 'A5' }],
    [['--paper', '170x240'], { pageSize: 'custom', customWidth: 170, customHeight: 240 }],
    [['--paper=6x9in'], { pageSize: 'custom', customWidth: 152.4, customHeight: 228.6 }],
    [['--paper', '17 × 24 cm'], { pageSize: 'custom', customWidth: 170, customHeight: 240 }],
    [['--orientation', 'landscape'], { orientation: 'landscape' }],
    [['--margins', 'wide'], { margins: 'wide' }],
    [
      ['--margins', '25'],
      { margins: 'custom', customMargins: { top: 25, right: 25, bottom: 25, left: 25 } },
    ],
    [
      ['--margins', '2cm,15'],
      { margins: 'custom', customMargins: { top: 20, right: 15, bottom: 20, left: 15 } },
    ],
    [
      ['--margins', '1,2,3,4'],
      { margins: 'custom', customMargins: { top: 1, right: 2, bottom: 3, left: 4 } },
    ],
    [['--columns', '2'], { columns: 2 }],
    [['--typeface', 'sans'], { typeface: 'sans' }],
    [['--size', '10.5', '--leading', '1.5'], { sizePoints: 10.5, leading: 1.5 }],
    [['--order', 'date', '--parts', 'month'], { order: 'date', parts: 'month' }],
    [['--starts', 'running'], { starts: 'running' }],
    [['--header', '｛Title｝｜{page}'], { hasHeader: true, header: '{title}|{page}' }],
    [['--footer', '{page}', '--without', 'footer'], { hasFooter: false, footer: '{page}' }],
    [['--notes-at', 'end', '--ink', 'saving'], { notesAt: 'end', ink: 'saving' }],
    [
      ['--with', 'hits, endnotes', '--with', 'source-index', '--without=cover,outline'],
      {
        hasHits: true,
        hasEndnotes: true,
        hasSourceIndex: true,
        hasCover: false,
        hasOutline: false,
      },
    ],
  ])('%j', (line, expected) => {
    expect(ofBook(...line)).toEqual(expected);
  });

  test('reach every option there is, but for those that other words say', () => {
    const all = 'cover,contents,header,footer,outline,metadata,original-link,endnotes,source-index';
    const look =
      '--title a --subtitle b --paper 170x240 --orientation portrait --margins 20 --columns 1 --typeface serif';
    const more =
      '--size 11 --leading 1.7 --order listed --parts none --starts page --header a --footer b --notes-at margin --ink colour';
    const parts = `--with ${all} --with highlights,notes,hits,pictures`;
    const made = ofBook(...`${look} ${more} ${parts}`.split(' '));
    const other = ['format', 'layout'];
    const wanted = Object.keys(defaultExportOptions).filter((name) => !other.includes(name));
    expect(Object.keys(made).toSorted()).toEqual(wanted.toSorted());
    for (const part of [...all.split(','), 'highlights', 'notes', 'hits', 'pictures']) {
      expect(helpText('export')).toMatch(new RegExp(`\\b${part}\\b`, 'u'));
    }
  });

  test('a preset may tell the format; ending and --format go before it', () => {
    expect(exported('--to', '-', '--preset', '打印')).toMatchObject({
      format: null,
      wishes: { preset: '打印', changes: {} },
    });
    expect(exported('--to', 'a.epub', '--preset', '打印').format).toBe('epub');
    expect(exported('--to', 'x', '--format', 'html', '--preset', '打印').format).toBe('html');
  });

  test.each([
    [['--paper', 'A3'], /--paper must be one of A4, A5, B5, Letter, or WIDTHxHEIGHT.* not A3/],
    [['--paper', '10x10'], /from 60 to 1200 mm/],
    [['--paper', '100'], /WIDTHxHEIGHT/],
    [['--margins', '1,2,3'], /--margins must be one of narrow, normal, wide.* not 1,2,3/],
    [['--margins', '20,'], /TOP,RIGHT,BOTTOM,LEFT/],
    [['--margins', '101'], /from 0 to 100 mm/],
    [['--columns', '3'], /--columns must be one of 1, 2/],
    [['--size', '6.9'], /--size must be a number from 7 to 20, not 6\.9/],
    [['--leading', '1,5'], /--leading must be a number from 1\.2 to 2\.4/],
    [['--with', 'hit'], /--with takes cover, .*hits.*, not hit\./],
    [['--with='], /not nothing/],
    [['--with', 'toString'], /not toString/],
    [['--with', 'cover', '--without', 'cover'], /cover stands in both/],
    [['--preset='], /--preset needs the name/],
    [['--title', 'x'.repeat(501)], /--title takes at most 500 characters/],
    [['--format', 'csv', '--paper', 'A5'], /^CSV has no use for --paper; see export --help\.$/],
    [['--format', 'markdown', '--with', 'cover'], /^Markdown has no use for --with cover;/],
    [['--separate', '--with', 'contents'], /^A PDF of one post has no use for --with contents;/],
    [['--format', 'epub', '--with', 'hits', '--size', '12'], /^EPUB has no use for --size;/],
  ])('%j is told in one sentence', (line, sentence) => {
    const read = (): unknown => exported('--to', 'a.pdf', ...line);
    expect(read).toThrow(UsageError);
    expect(read).toThrow(sentence);
  });
});
