import { describe } from 'bun:test';
import { appendContract } from './contract/append.ts';
import { erasureContract } from './contract/erasure.ts';
import { memberContract } from './contract/members.ts';
import { messageContract } from './contract/messages.ts';
import { moderationContract } from './contract/moderation.ts';
import { operatorContract } from './contract/operator.ts';
import { retentionContract } from './contract/retention.ts';
import { roomContract } from './contract/rooms.ts';
import { sessionContract } from './contract/sessions.ts';
import type { OpenStore } from './contract/world.ts';

/** What every store must keep of the promises in `ports.ts`, whatever it stores in. */
export function storeContract(name: string, open: OpenStore): void {
  describe(name, () => {
    describe('sessions', () => sessionContract(open));
    describe('rooms', () => roomContract(open));
    describe('members', () => memberContract(open));
    describe('sending', () => appendContract(open));
    describe('messages', () => messageContract(open));
    describe('moderation', () => moderationContract(open));
    describe('the operator', () => operatorContract(open));
    describe('retention', () => retentionContract(open));
    describe('what is left on the disk', () => erasureContract(open));
  });
}
