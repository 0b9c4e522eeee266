import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { LinkArchive } from '../core/links/linkArchive.ts';
import { CONFIGS } from './corpus.ts';
import { FUZZ_TIMEOUT_MS, fuzz } from './fuzzRun.ts';
import { thrown } from './inputs.ts';
import { mutated } from './mutate.ts';
import { pieces } from './pieces.ts';
import { expectReadable } from './postRules.ts';

const FILES = {
  '_posts/2020-01-02-low-tide.md':
    '---\ntitle: Low tide\ntags: [sea]\ncategories: [Notes]\npermalink: /t/:slug\naliases: [/old/tide, "%zz"]\n---\nSee.',
  'content/posts/bells/index.md':
    '+++\ntitle = "Bells"\nslug = "the bells"\ntags = ["潮"]\n+++\nWords',
  'source/_posts/灯塔.md':
    '---\ntitle: 灯塔\ndate: 2022-05-18\nabbrlink: 42\n---\n[返回首页](//site/)',
  'a b%c/Über.html': '<title>Ü</title><p>x',
};
const ARCHIVES = CONFIGS.map(([name, text]) => new LinkArchive({ [name]: text, ...FILES }));

const HREFS = [
  '/notes/2020/low-tide/#part',
  '../2020-01-02-low-tide.md?x=1#a%20b',
  'https://harbour.example/b/notes/2020/low-tide.html',
  '//site/category/%E6%BD%AE.html',
  '{{< ref "bells" >}}',
  '[[灯塔#x|y]]',
  './../../content/posts/bells/',
  'mailto:a@b.example?subject=x',
  '/tags/sea/page/2/',
];
const PIECES = pieces(String.raw`
/¦//¦\u005c¦\u005c\u005c¦..¦.¦../¦./¦#¦?¦%¦%2e%2e¦%2F¦%00¦%zz¦%E6¦%ED%A0%80¦:¦@¦&amp;¦\u0020¦\u000a
\u0009¦\u0000¦http:¦https://¦javascript:¦JaVaScRiPt:¦data:¦file:///¦vbscript:¦mailto:¦ftp://
archive:¦C:\u005c¦[[¦]]¦|¦{{¦@/¦~/¦site¦harbour.example¦user:pw@¦:8080¦[::1]¦xn--¦www.¦category¦tags
archives¦page¦2020¦13¦index.html¦.md¦__proto__¦constructor¦潮¦\ud800¦\u202e¦e\u0301¦İ
`);
const href = fc.oneof(
  thrown(PIECES, 12),
  mutated({ texts: HREFS, pieces: PIECES }),
  fc.string({ unit: 'binary', maxLength: 30 }),
);
const from = fc.constantFrom(...Object.keys(FILES));

test(
  'any link leads to a post, a list, a place, outside or nowhere',
  { timeout: FUZZ_TIMEOUT_MS },
  () =>
    fuzz({
      name: 'links',
      percent: 4,
      inputs: fc.record({ href, from, archive: fc.nat({ max: ARCHIVES.length - 1 }) }),
      check: ({ href: written, from: path, archive }) => {
        const answer = ARCHIVES[archive]?.follow(path, written);
        if (written.isWellFormed()) expectReadable(answer, null);
        switch (answer?.kind) {
          case 'post':
            expect(Object.keys(FILES)).toContain(answer.path);
            break;
          case 'external':
            expect(answer.url).toMatch(/^(?:https?:\/\/|mailto:)/iu);
            break;
          case 'missing':
            if (answer.url !== null) expect(answer.url).toMatch(/^https?:\/\//iu);
            break;
          case 'list':
            expect(
              Object.values(answer.filters)
                .flat()
                .every((value) => value === null || typeof value === 'string'),
            ).toBe(true);
            break;
          default:
            expect(['fragment', 'none']).toContain(answer?.kind);
        }
      },
    }),
);
