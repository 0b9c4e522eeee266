import { test } from 'vitest';
import { FUZZ_TIMEOUT_MS, fuzz } from './fuzzRun.ts';
import * as inputs from './inputs.ts';
import { checkPost } from './postRules.ts';

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
