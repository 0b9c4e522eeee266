import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startPostMemory } from '../../../src/renderer/state/postMemory.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const keysOf = (client: QueryClient): readonly unknown[] =>
  client
    .getQueryCache()
    .findAll({ queryKey: ['post'] })
    .map(({ queryKey }) => queryKey[2]);

test('of posts that are not on screen the newest stay, and the one on screen stays however old it is', () => {
  const client = new QueryClient();
  const end = startPostMemory(client);
  client.setQueryData(['post', 'a', 'open', 0], { html: 'x' });
  const leave = new QueryObserver(client, {
    queryKey: ['post', 'a', 'open', 0],
    enabled: false,
  }).subscribe(() => undefined);
  for (let number = 0; number < 100; number += 1) {
    vi.advanceTimersByTime(10);
    client.setQueryData(['post', 'a', `post-${number}`, 0], { html: 'x' });
  }
  vi.advanceTimersByTime(1000);
  const keys = keysOf(client);
  expect(keys).toContain('open');
  expect(keys).toContain('post-99');
  expect(keys).not.toContain('post-0');
  expect(keys).toHaveLength(25);
  leave();
  end();
});

test('a few very long posts are forgotten as well', () => {
  const client = new QueryClient();
  const end = startPostMemory(client);
  for (let number = 0; number < 6; number += 1) {
    vi.advanceTimersByTime(10);
    client.setQueryData(['post', 'a', `long-${number}`, 0], { html: 'x'.repeat(1_500_000) });
  }
  vi.advanceTimersByTime(1000);
  expect(keysOf(client)).toEqual(['long-4', 'long-5']);
  end();
});
