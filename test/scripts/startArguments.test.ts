import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resolveStartArguments } from '../../scripts/lib/startArguments.mjs';

const standing = resolve('/home/ann/news');

function resolved(...given: readonly string[]): { args: readonly string[]; folder: string | null } {
  return resolveStartArguments(given, { INIT_CWD: standing });
}

describe('the arguments of npm start', () => {
  it('makes the folder and the data folder absolute from where the person stands', () => {
    expect(resolved('posts', '--data-dir', '../store')).toEqual({
      args: [resolve(standing, 'posts'), '--data-dir', resolve('/home/ann/store')],
      folder: resolve(standing, 'posts'),
    });
    expect(resolved('--data-dir=store').args).toEqual(['--data-dir', resolve(standing, 'store')]);
  });

  it('does not take the value of an option for the folder', () => {
    expect(resolved('--lang', 'zh')).toEqual({ args: ['--lang', 'zh'], folder: null });
    expect(resolved('--data-dir', 'store').folder).toBe(null);
  });

  it('takes a folder whose name starts with a dash after --', () => {
    expect(resolved('--', '-posts').folder).toBe(resolve(standing, '-posts'));
  });

  it('leaves other switches to the app', () => {
    expect(resolved('--force-dark-mode').args).toEqual(['--force-dark-mode']);
  });
});
