/** A store to try out: its own clock, and people who come, write and go. */
import type { RoomCode } from '../../../protocol/room-code.ts';
import { aMember, aRoom, aSession } from '../../domain/samples.ts';
import type { EpochMs, Member, MessageId, Room, RoomId, Session, SessionId } from '../../domain/types.ts';
import type { Appended, Clock, MessageDraft, Store } from '../../ports.ts';

/** A store that was opened for one test. */
export interface OpenedStore {
  store: Store;
  /** Every byte that the store keeps in files, as it is on the disk now. */
  bytes(): Promise<Buffer>;
  /** Closes the store and takes its files away. */
  remove(): Promise<void>;
}

export type OpenStore = (clock: Clock) => Promise<OpenedStore>;

/** What a batch of random orders draws from: the seed is printed by whoever made it. */
export const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);

export class World implements AsyncDisposable {
  nowMs: EpochMs = Date.UTC(2026, 0, 1);
  readonly #opened: OpenedStore;
  #made = 0;
  readonly #codes = new Map<RoomId, RoomCode>();

  private constructor(opened: OpenedStore) {
    this.#opened = opened;
  }

  static async settle(open: OpenStore): Promise<World> {
    let world: World | null = null;
    const opened = await open({ nowMs: () => world?.nowMs ?? 0 });
    world = new World(opened);
    return world;
  }

  get store(): Store {
    return this.#opened.store;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#opened.remove();
  }

  /** A number that nothing else in this world has. */
  fresh(): number {
    this.#made += 1;
    return this.#made;
  }

  async session(given: Partial<Session> = {}): Promise<Session> {
    const n = this.fresh();
    const session = aSession({
      id: `session-${padded(n)}` as SessionId,
      created_at: this.nowMs,
      last_used_at: this.nowMs,
      ...given,
    });
    await this.store.createSession(session, tokenHash(n));
    return session;
  }

  /** A room and its owner. */
  async room(given: Partial<Room> = {}, ownerName = 'Owner'): Promise<{ room: Room; owner: Member }> {
    const n = this.fresh();
    const code = String(n).padStart(12, '0') as RoomCode;
    const room = aRoom({ id: `room-${padded(n)}` as RoomId, code, created_at: this.nowMs, ...given });
    const session = await this.session();
    const owner = aMember({
      id: `member-${padded(n)}`,
      room_id: room.id,
      session_id: session.id,
      nickname: ownerName,
      role: 'owner',
      joined_at: this.nowMs,
    });
    await this.store.createRoom(room, owner);
    this.#codes.set(room.id, room.code);
    return { room, owner };
  }

  /** Somebody who asks to come in. */
  async candidate(room: Room, nickname?: string, session?: Session): Promise<Member> {
    const n = this.fresh();
    return aMember({
      id: `member-${padded(n)}`,
      room_id: room.id,
      session_id: (session ?? (await this.session())).id,
      nickname: nickname ?? `Guest ${n}`,
      joined_at: this.nowMs,
    });
  }

  /** Asks to come in with the room's code of now. */
  join(member: Member, maxMembers: number): ReturnType<Store['join']> {
    return this.store.join(member, { code: this.#codes.get(member.room_id) ?? NO_CODE, maxMembers });
  }

  async joined(room: Room, nickname?: string, session?: Session): Promise<Member> {
    const member = await this.candidate(room, nickname, session);
    const answer = await this.join(member, 1_000);
    if (typeof answer === 'string') throw new Error(`${member.nickname} could not join: ${answer}`);
    return answer.member;
  }

  draft(member: Member, content = 'Hello', given: Partial<MessageDraft> = {}): MessageDraft {
    return {
      id: `message-${padded(this.fresh())}` as MessageId,
      room_id: member.room_id,
      member_id: member.id,
      nickname: member.nickname,
      content,
      client_id: null,
      reply_to: null,
      ...given,
    };
  }

  say(member: Member, content?: string, given?: Partial<MessageDraft>): Promise<Appended> {
    return this.store.append(this.draft(member, content, given));
  }

  /** What a reader who asks for everything sees. */
  async contents(room: Room): Promise<string[]> {
    const page = await this.store.messages(room.id, { after: 0, limit: 10_000 }, this.nowMs);
    return page.messages.map((message) => message.content);
  }

  async keeps(text: string): Promise<boolean> {
    return (await this.#opened.bytes()).includes(text);
  }

  /** Those of the texts that are still somewhere in the files. */
  async kept(texts: string[]): Promise<string[]> {
    const bytes = await this.#opened.bytes();
    return texts.filter((text) => bytes.includes(text));
  }
}

const NO_CODE = 'ZZZZZZZZZZZZ' as RoomCode;

/** So that no id is the beginning of another. */
const padded = (n: number): string => String(n).padStart(6, '0');

export function tokenHash(n: number): Uint8Array {
  const hash = new Uint8Array(32);
  new DataView(hash.buffer).setUint32(0, n);
  return hash;
}
