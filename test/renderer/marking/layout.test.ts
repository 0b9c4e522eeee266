import { describe, expect, test } from 'vitest';
import { layOutNotes } from '../../../src/renderer/marking/noteLayout.ts';
import { placeBox, type Box } from '../../../src/renderer/marking/placeBox.ts';

describe('notes in the margin', () => {
  const note = (wanted: number, height: number) => ({ wanted, height });

  test('stand beside their passages where there is room', () => {
    expect(layOutNotes([note(10, 40), note(300, 40)], 1000)).toEqual([10, 300]);
  });

  test('push each other down, never overlap, and keep the order of the text', () => {
    const tops = layOutNotes([note(10, 40), note(10, 40), note(20, 40)], 1000);
    expect(tops).toEqual([10, 62, 114]);
  });

  test('do not hang below the text while there is room above', () => {
    expect(layOutNotes([note(900, 200)], 1000)).toEqual([800]);
    expect(layOutNotes([note(850, 100), note(900, 100)], 1000)).toEqual([788, 900]);
  });

  test('begin at the top when there are more than the text is high', () => {
    expect(layOutNotes([note(0, 100), note(5, 100)], 50)).toEqual([0, 112]);
    expect(layOutNotes([], 50)).toEqual([]);
  });
});

describe('the bar at a passage', () => {
  const frame: Box = { left: 0, top: 0, right: 800, bottom: 600 };
  const line = (left: number, top: number): Box => ({
    left,
    top,
    right: left + 200,
    bottom: top + 32,
  });
  const bar = { width: 300, height: 36, frame };
  const at = (first: Box, last = first) => placeBox({ ...bar, first, last });

  test('stands over the middle of the first line', () => {
    expect(at(line(300, 200), line(100, 264))).toEqual({ left: 250, top: 158 });
  });

  test('stands under the last line where there is no room above', () => {
    expect(at(line(300, 10), line(300, 74))).toEqual({ left: 250, top: 112 });
  });

  test('stays inside on the left and on the right', () => {
    expect(at(line(0, 200))?.left).toBe(8);
    expect(at(line(700, 200))?.left).toBe(492);
  });

  test('a passage higher than the view has it at the top edge; one out of view has none', () => {
    expect(at(line(300, -500), line(300, 900))?.top).toBe(8);
    expect(at(line(300, -500), line(300, -400))).toBeNull();
    expect(at(line(300, 700))).toBeNull();
  });
});
