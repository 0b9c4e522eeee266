import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { en } from '../src/renderer/i18n/resources.ts';

const sources = fileURLToPath(new URL('../src/', import.meta.url));
const rooms = ['renderer', 'shared'];

/** All code of the window that can name words, in one text; the words themselves apart. */
const code = rooms
  .flatMap((room) =>
    readdirSync(join(sources, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !/(^|\/)(i18n\/(en|zh)|words)\//.test(name))
      .map((name) => readFileSync(join(sources, room, name), 'utf8')),
  )
  .join('\n');

type Words = { readonly [key: string]: string | Words };

/** Every key with its dots, plural endings cut off. */
function keysOf(words: Words, prefix = ''): readonly string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [prefix + key.replace(/_(one|other)$/, '')]
      : keysOf(value, `${prefix}${key}.`),
  );
}

/** Beginnings of keys that are put together where they are used: t(`panes.${id}`). */
const beginnings = [...code.matchAll(/`([\w.-]+)\$\{/g)].map(([, start = '']) => start);
const literals = new Set(
  [...code.matchAll(/['"`](?:\w+:)?([\w.-]+)['"`]/g)].map(([, name]) => name),
);

/** Tables of words that are taken whole. */
const tables = [...code.matchAll(/'(?:\w+:)?([\w.-]+)', \{ returnObjects: true/g)].map(
  ([, name = '']) => `${name}.`,
);

const isUsed = (key: string): boolean =>
  literals.has(key) || [...beginnings, ...tables].some((start) => key.startsWith(start));

test.each(Object.entries(en))('every sentence of %s is said somewhere', (_, words) => {
  const unused = [...new Set(keysOf(words))].filter((key) => !isUsed(key));
  expect(unused).toEqual([]);
});
