import * as fc from 'fast-check';
import { test } from 'vitest';
import { plainSite } from '../../src/core/post/siteConfig.ts';
import { charsets } from '../../src/shared/charsets.ts';
import { FUZZ_TIMEOUT_MS, fuzz } from './fuzzRun.ts';
import * as inputs from './inputs.ts';
import { checkPost } from './postRules.ts';

test('front matter', { timeout: FUZZ_TIMEOUT_MS }, () =>
  fuzz({
    name: 'front-matter',
    percent: 17,
    inputs: inputs.fileOf(inputs.frontMatterText),
    check: checkPost,
  }),
);

test('whole posts with changes', { timeout: FUZZ_TIMEOUT_MS }, () =>
  fuzz({ name: 'posts', percent: 10, inputs: inputs.fileOf(inputs.anyText), check: checkPost }),
);

const readAs = fc.record({
  charset: fc.constantFrom(...charsets),
  scope: fc.constantFrom('file', 'folder'),
});

test('bytes', { timeout: FUZZ_TIMEOUT_MS }, () =>
  fuzz({
    name: 'bytes',
    percent: 12,
    inputs: fc.record({
      bytes: inputs.bytes,
      readAs: fc.option(readAs),
      path: fc.constantFrom('a.md', 'a.html'),
    }),
    check: ({ bytes, readAs: chosen, path }) => {
      checkPost({ path, bytes, site: plainSite, ...(chosen === null ? {} : { readAs: chosen }) });
    },
  }),
);
