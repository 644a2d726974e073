import { expect, test } from 'bun:test';
import { maskOf } from './mask.ts';

const ids = Array.from({ length: 20_000 }, (_, index) => `member-${index}`);

test('a member wears the same mask each time, in every browser', () => {
  expect(maskOf('m_01J9ZK3V')).toEqual(maskOf('m_01J9ZK3V'));
  // Written down, so that a change of the drawing is noticed: people know each other by it.
  const { hue, flipped, top, bottom } = maskOf('m_01J9ZK3V');
  expect({ hue, flipped, top, bottom }).toEqual({ hue: 5, flipped: true, top: 5, bottom: 2 });
});

test('no mask is a plain square', () => {
  for (const id of ids) {
    const { top, bottom } = maskOf(id);
    expect(top === 0 && bottom === 0).toBe(false);
  }
});

test('ids that differ in one character get masks all over the range', () => {
  const masks = new Set(ids.map((id) => JSON.stringify(maskOf(id))));
  // 12 hues × 195 pairs × 2: 20,000 ids should meet nearly all of them.
  expect(masks.size).toBeGreaterThan(4_400);
  for (let hue = 0; hue < 12; hue++) {
    const share = ids.filter((id) => maskOf(id).hue === hue).length / ids.length;
    expect(share).toBeGreaterThan(0.07);
    expect(share).toBeLessThan(0.1);
  }
});
