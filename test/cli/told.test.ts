import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { cli, json, placeOf as place } from './cliPlace.ts';

describe('what is told to people', () => {
  test('problems and index say once how many files are of other kinds, documents by name', async () => {
    const { folder, at } = place({
      'a.md': '# One\n\nText.\n',
      'b.rst': '',
      'c.jpg': '',
      'd.jpg': '',
    });
    const said =
      '3 files of other kinds are not posts: 2 .jpg, 1 .rst.\nBroadsheet does not read these documents among them: 1 .rst.\n';
    expect((await cli(at('index', folder))).out).toContain(said);
    expect((await cli(at('problems', folder))).out).toBe(`No problems.\n${said}`);
    expect(await json(at('problems', folder, '--json'))).toEqual([]);
  });

  test('no output moves the terminal: control characters of a post are spaces, or escaped in JSON', async () => {
    const words = 'One \u001B[31mred\u001B[0m \u009B31m and \u007F end';
    const { folder, at } = place({
      'a.md': `# Tide ${words}\n\n${words}\n\n\`\`\`\nfirst\n\tsecond\n\`\`\`\n`,
    });
    await cli(at('index', folder));
    for (const line of [
      at('show', folder, 'a.md'),
      at('show', folder, 'a.md', '--format', 'html'),
      at('show', folder, 'a.md', '--format', 'json'),
      at('search', folder, 'tide'),
      at('search', folder, 'tide', '--json'),
      at('dump', folder),
    ]) {
      const { code, out } = await cli(line);
      expect(code).toBe(0);
      expect(out).toContain('red');
      expect(out).not.toMatch(/[^\P{Cc}\n\t]/u);
    }
    expect((await cli(at('show', folder, 'a.md'))).out).toContain('first\n\tsecond');
  });

  test('an index of another version is said to be that, not to be missing', async () => {
    const { folder, at } = place({ 'a.md': '# One\n\nText.\n' });
    await cli(at('index', folder));
    const indexes = join(at().at(-1) ?? '', 'index');
    for (const name of readdirSync(indexes)) {
      if (!/^[^.]+\.sqlite$/u.test(name)) continue;
      const database = new Database(join(indexes, name));
      database.pragma('user_version = 1');
      database.close();
    }
    const { code, said } = await cli(at('search', folder, 'text'));
    expect(code).toBe(1);
    expect(said).toMatch(/was made by another version of Broadsheet; run index/u);
    await cli(at('index', folder));
    expect((await cli(at('search', folder, 'text'))).code).toBe(0);
  });
});
