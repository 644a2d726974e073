import { expect, test } from 'bun:test';
import { readRoomCodeOrLink } from '../../protocol/room-code.ts';
import { roomPath } from './room-path.ts';

test('a code is read however it was pasted', () => {
  const code = 'K7QM3F9TXW2A';
  for (const pasted of [
    'K7QM-3F9T-XW2A',
    'k7qm3f9txw2a',
    '  K7QM 3F9T XW2A\n',
    'k7qm–3f9t—xw2a',
    'https://chat.example/r/#K7QM-3F9T-XW2A',
    'chat.example/r/#k7qm3f9txw2a ',
    `https://chat.example${roomPath(code)}`,
  ]) {
    expect(String(readRoomCodeOrLink(pasted))).toBe(code);
  }
});

test('what holds no code is told so', () => {
  for (const pasted of [
    '',
    'K7QM-3F9T',
    'K7QM-3F9T-XW2U',
    'https://chat.example/r/',
    'https://chat.example/r/#',
    '#',
  ]) {
    expect(readRoomCodeOrLink(pasted)).toBeNull();
  }
});

test('a room’s address carries its code behind the # only', () => {
  expect(roomPath('K7QM3F9TXW2A')).toBe('/r/#K7QM-3F9T-XW2A');
});
