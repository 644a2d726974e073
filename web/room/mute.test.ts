import { expect, test } from 'bun:test';
import { heardOf, NOBODY, readMuted, withToggled, writeMuted } from './mute.ts';
import type { Drawer } from './outbox.ts';
import { aMessage } from './samples.ts';

function paperDrawer(kept: string | null = null): Drawer {
  let text = kept;
  return {
    read: () => text,
    write(next) {
      text = next;
    },
  };
}

test('who is muted is heard no more, and who is unmuted is heard again', () => {
  const messages = [aMessage({ seq: 1 }), aMessage({ seq: 2, member_id: 'm-2' })];
  const muted = withToggled(NOBODY, 'm-1');
  expect(heardOf(messages, muted).map(({ seq }) => seq)).toEqual([2]);
  expect(heardOf(messages, withToggled(muted, 'm-1'))).toBe(messages);
});

test('a reload of the tab keeps who is muted; nobody leaves nothing behind', () => {
  const drawer = paperDrawer();
  writeMuted(drawer, new Set(['m-1', 'm-2']));
  expect([...readMuted(drawer)]).toEqual(['m-1', 'm-2']);
  writeMuted(drawer, NOBODY);
  expect(drawer.read()).toBeNull();
});

test('what is no list of ours mutes nobody', () => {
  for (const kept of [null, '', '{', '{}', '"m-1"', '[1,null]']) expect(readMuted(paperDrawer(kept)).size).toBe(0);
});
