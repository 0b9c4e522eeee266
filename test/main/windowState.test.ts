import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readWindowState, writeWindowState } from '../../src/main/windowState.ts';
import type { WindowState } from '../../src/main/windowState.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'window-state-'));
});
afterEach(() => rm(folder, { recursive: true }));

const state: WindowState = {
  bounds: { x: -20, y: 30, width: 1200, height: 800 },
  isMaximized: true,
  theme: 'sepia',
  language: 'zh',
};

describe('what the window remembers', () => {
  test('comes back as written, and no partial file stays', async () => {
    const file = join(folder, 'new', 'window.json');
    await writeWindowState(file, state);
    await writeWindowState(file, state);
    expect(await readWindowState(file, false)).toEqual(state);
    expect(await readdir(join(folder, 'new'))).toEqual(['window.json']);
  });

  test.each([
    ['no file', null],
    ['half a file', '{"bounds": {"x": 1,'],
    ['another shape', '{"bounds": {"x": "left"}, "theme": "pink"}'],
    ['not a number', '{"bounds":{"x":1e99,"y":0,"width":1,"height":1},"isMaximized":false}'],
  ])('%s counts as none', async (_name, text) => {
    const file = join(folder, 'window.json');
    if (text !== null) await writeFile(file, text);
    const first = { bounds: null, isMaximized: false, theme: 'dark', language: null };
    expect(await readWindowState(file, true)).toEqual(first);
  });
});
