import { Star } from 'lucide-react';
import { expect, test } from 'vitest';
import { placeTools, type Tool, type ToolId } from '../../../src/renderer/article/tools.ts';

const tool = (id: ToolId, isOn?: boolean): Tool => ({
  id,
  icon: Star,
  label: id,
  ...(isOn === undefined ? {} : { isOn }),
});
const names = (tools: readonly Tool[]): readonly string[] => tools.map(({ id }) => id);
const all: readonly Tool[] = [
  tool('trends'),
  tool('find', false),
  tool('type'),
  tool('note'),
  tool('pen'),
  tool('bookmark', false),
  tool('next'),
  tool('previous'),
];

test('with room, all stand in their order and groups', () => {
  const { groups, left } = placeTools(all, 1000);
  expect(groups.map(names)).toEqual([
    ['previous', 'next'],
    ['bookmark', 'pen', 'note'],
    ['type', 'find', 'trends'],
  ]);
  expect(left).toEqual([]);
});

test('without room the least used leave first, and none is lost', () => {
  for (let width = 0; width < 500; width += 10) {
    const { groups, left } = placeTools(all, width);
    expect(new Set([...names(groups.flat()), ...names(left)])).toEqual(new Set(names(all)));
    expect(groups.every(({ length }) => length > 0)).toBe(true);
  }
  expect(names(placeTools(all, 300).left)).toEqual(['note', 'trends']);
  expect(placeTools(all, 0).groups).toEqual([]);
});

test('what is seldom used stands in the menu, unless it is on', () => {
  const off = placeTools([...all, tool('second-pane', false), tool('window')], 1000);
  expect(names(off.left)).toEqual(['second-pane', 'window']);
  const on = placeTools([...all, tool('second-pane', true)], 1000);
  expect(names(on.groups.flat())).toContain('second-pane');
});
