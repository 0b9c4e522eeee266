import { test } from 'vitest';
import { plainSite } from '../../src/core/post/siteConfig.ts';
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

test('Markdown', { timeout: FUZZ_TIMEOUT_MS }, () =>
  fuzz({
    name: 'markdown',
    percent: 17,
    inputs: inputs.fileOf(inputs.markdownText),
    check: checkPost,
  }),
);

test('HTML', { timeout: FUZZ_TIMEOUT_MS }, () =>
  fuzz({ name: 'html', percent: 15, inputs: inputs.fileOf(inputs.htmlText), check: checkPost }),
);

test('whole posts with changes', { timeout: FUZZ_TIMEOUT_MS }, () =>
  fuzz({ name: 'posts', percent: 10, inputs: inputs.fileOf(inputs.anyText), check: checkPost }),
);

test('bytes', { timeout: FUZZ_TIMEOUT_MS }, () =>
  fuzz({
    name: 'bytes',
    percent: 12,
    inputs: inputs.bytes,
    check: (bytes) => {
      for (const path of ['a.md', 'a.html']) checkPost({ path, bytes, site: plainSite });
    },
  }),
);
