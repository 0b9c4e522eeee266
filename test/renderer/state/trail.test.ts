import { describe, expect, it } from 'vitest';
import type { Session } from '../../../src/renderer/state/model.ts';
import { cameByLink } from '../../../src/renderer/state/places.ts';
import { openSession } from '../../../src/renderer/state/session.ts';
import { recordMove, stepBack, stepForward, visit } from '../../../src/renderer/state/trail.ts';
import { defaultView } from '../../../src/shared/defaults.ts';
import { archiveOf, countsOf } from './openedArchive.ts';

const start = openSession({ archive: archiveOf(), view: defaultView, counts: countsOf() }, 1);

/** A window in which the reader does one thing after another, each so many seconds after the one before. */
function walk(
  ...steps: readonly (readonly [seconds: number, change: Partial<Session>])[]
): Session {
  let session = start;
  let now = 1000;
  for (const [seconds, change] of steps) {
    now += seconds * 1000;
    session = recordMove(session, { ...session, ...change }, now);
  }
  return session;
}

const filtered = { ...start.filters, sources: ['Harbour Daily'] };
const open = (openPath: string, cursor: number | null = null): Partial<Session> => ({
  openPath,
  cursor,
});

describe('what is a place', () => {
  it('goes back over posts opened one after the other, and forward again', () => {
    const now = walk([1, open('a.md')], [5, open('b.md')], [5, open('c.md')]);
    const back = stepBack(stepBack(now));
    expect(back.openPath).toBe('a.md');
    expect(stepBack(back)).toBe(back);
    expect(stepForward(stepForward(back)).openPath).toBe('c.md');
  });
  it('takes a search as one place, however many keys it took', () => {
    const now = walk(
      [1, open('a.md')],
      [5, { text: 't' }],
      [0.3, { text: 'ti' }],
      [0.3, { text: 'tide' }],
      [9, { text: 'tide t' }],
      [0.3, { text: 'tide table' }],
    );
    expect(now.trail.back.map(({ text }) => text)).toEqual(['', 'tide']);
  });
  it('takes a space typed at the end for the same search', () => {
    expect(walk([1, { text: 'tide' }], [9, { text: 'tide ' }]).trail.back).toHaveLength(1);
  });
  it('passes by posts that j and k only fly over', () => {
    const now = walk(
      [1, open('a.md', 0)],
      [5, open('b.md', 1)],
      [0.1, open('c.md', 2)],
      [0.1, open('d.md', 3)],
      [5, open('e.md', 4)],
    );
    expect(now.trail.back.map(({ openPath }) => openPath)).toEqual(['a.md', 'd.md']);
  });
  it('takes filters, lists, orders and surfaces for places', () => {
    const now = walk(
      [1, { filters: filtered }],
      [5, { filters: { ...start.filters, list: 'unread' } }],
      [5, { sort: 'oldest' }],
      [5, { surface: 'highlights' }],
    );
    const places = now.trail.back.map(({ filters, sort, surface }) => [
      filters.list,
      filters.sources.length,
      sort,
      surface,
    ]);
    expect(places).toEqual([
      ['all', 0, 'newest', 'post'],
      ['all', 1, 'newest', 'post'],
      ['unread', 0, 'newest', 'post'],
      ['unread', 0, 'oldest', 'post'],
    ]);
    expect(stepBack(now).surface).toBe('post');
  });
  it('has no place without a post and a search', () => {
    expect(walk([1, open('a.md')]).trail.back).toEqual([]);
  });
  it('forgets what lay ahead when the reader goes elsewhere', () => {
    const back = stepBack(walk([1, open('a.md')], [5, open('b.md')]));
    const elsewhere = recordMove(back, { ...back, openPath: 'c.md' }, 99_000);
    expect(elsewhere.trail.forward).toEqual([]);
    expect(stepBack(elsewhere).openPath).toBe('a.md');
  });
  it('does not take going back for a move', () => {
    const now = walk([1, open('a.md')], [5, open('b.md')]);
    expect(recordMove(now, stepBack(now), 99_000).trail.back).toEqual([]);
  });
  it('keeps a hundred places', () => {
    const steps = Array.from({ length: 150 }, (_, at) => [5, open(`${at}.md`)] as const);
    expect(walk(...steps).trail.back).toHaveLength(100);
  });
});

describe('what a place remembers', () => {
  it('puts the list back where it stood when the query is the same', () => {
    const now = walk(
      [1, open('a.md', 40)],
      [1, { listScrollTop: 3600 }],
      [5, { ...open('b.md', 2), listScrollTop: 0 }],
    );
    const back = stepBack(now);
    expect(back.scroll?.to).toEqual({ kind: 'offset', top: 3600 });
    expect(back.cursor).toBe(40);
  });
  it('waits for the result of another query before it moves the list', () => {
    const now = walk([1, open('a.md', 40)], [1, { listScrollTop: 3600 }], [5, { text: 'tide' }]);
    const back = stepBack({ ...now, listScrollTop: 0 });
    expect(back.text).toBe('');
    expect(back.returning).toEqual({ top: 3600, cursor: 40 });
  });
  it('shows a post where it was left, not at its first hit', () => {
    const back = stepBack(walk([1, open('a.md')], [5, open('b.md')]));
    expect(back.arrival).toEqual({ path: 'a.md', at: 'left' });
  });
  it('knows whether a link led here', () => {
    const linked = visit(walk([1, open('a.md')]), { openPath: 'b.md', openFragment: 'end' });
    expect(cameByLink(linked)).toBe(true);
    expect(cameByLink(stepBack(linked))).toBe(false);
    expect(cameByLink(walk([1, open('a.md')], [5, open('b.md')]))).toBe(false);
  });
});
