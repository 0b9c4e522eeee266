import { expect, test } from 'vitest';
import { createCoreHandlers } from '../../src/core/coreHandlers.ts';
import { anchorOf } from '../../src/shared/anchoring/anchorOf.ts';
import { cli, json, placeOf as place } from './cliPlace.ts';

const TEXT = 'The ferry left at six, and the quay was empty.';

test('highlights are printed for people, as Markdown and as JSON, all or those with some words', async () => {
  const { folder, at } = place({ 'a.md': `# Tide\n\n${TEXT}\n` });
  await cli(at('index', folder));
  expect((await cli(at('highlights', folder))).out).toBe('No highlights.\n');
  const core = createCoreHandlers({ dataFolder: at().at(-1) ?? '' });
  const [archive] = await core.handlers['archives.list'](undefined);
  if (archive === undefined) throw new Error('The archive is gone.');
  const start = TEXT.indexOf('the quay');
  await core.handlers['highlights.add']({
    archiveId: archive.id,
    path: 'a.md',
    pen: 'blue',
    note: 'Ask\nthe office',
    anchor: anchorOf(TEXT, [start, start + 8]),
  });
  core.close();
  const { out } = await cli(at('highlights', folder));
  expect(out).toBe('a.md (blue)\n  the quay\n  Note: Ask the office\n');
  expect((await cli(at('highlights', folder, 'ferry'))).out).toBe('No highlights.\n');
  const page = (await cli(at('highlights', folder, 'quay', '--format', 'markdown'))).out;
  expect(page).toMatch(/^# Highlights\n\n## \[Tide\]\(<file:.*a\.md>\)\n/u);
  expect(page).toContain('> the quay\n');
  expect(await json(at('highlights', folder, '--format', 'json'))).toMatchObject([
    { path: 'a.md', pen: 'blue', quote: 'the quay', note: 'Ask\nthe office', isOrphan: false },
  ]);
});
