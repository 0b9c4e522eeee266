import type { highlights as english } from '../en/highlights.ts';
import type { Translated } from '../translated.ts';

/** Chinese words of the page of all highlights. */
export const highlights: Translated<typeof english> = {
  title: '高亮',
};
