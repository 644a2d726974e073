import { expect, test } from 'bun:test';
import { nicknameRule } from '../../protocol/text.ts';
import { suggestNickname } from './nickname-words.ts';

test('every suggested nickname is one that the server takes as it is', () => {
  for (let round = 0; round < 5_000; round++) {
    const suggested = suggestNickname();
    expect(nicknameRule(suggested)).toEqual({ ok: true, text: suggested });
  }
});

test('asking again gives another nickname nearly every time', () => {
  const seen = new Set(Array.from({ length: 200 }, suggestNickname));
  expect(seen.size).toBeGreaterThan(150);
});
