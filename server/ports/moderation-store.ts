/** What is kept of blocks and reports. */
import type { ReportReason, ReportStatus, Resolution } from '../../protocol/objects.ts';
import type { RoomCode } from '../../protocol/room-code.ts';
import type {
  Block,
  EpochMs,
  Member,
  MemberId,
  MessageId,
  Report,
  ReportId,
  Room,
  RoomId,
  SessionId,
} from '../domain/types.ts';

export interface BlockDraft {
  room_id: RoomId;
  member_id: MemberId;
  reason: string;
  /** The nickname of who blocks. */
  blocked_by: string;
  created_at: EpochMs;
  /** Null: for good. */
  expires_at: EpochMs | null;
  deleteMessages: boolean;
  /** Replaces the room's code in the same moment; null leaves it. */
  newCode: RoomCode | null;
}

export interface Blocked {
  block: Block;
  /** As it is afterwards. */
  room: Room;
  /** The memberships that ended: none where the member had left or was blocked before. */
  left: Member[];
  deleted: { id: MessageId; seq: number }[];
}

/** Where a list goes on: behind what has this time and id, in its order. */
export interface After {
  key: number;
  id: string;
}

export interface ReportFilter {
  /** Only of these rooms; undefined: of all. */
  rooms?: RoomId[] | undefined;
  status?: ReportStatus | undefined;
  reason?: ReportReason | undefined;
}

export interface ReportInRoom {
  report: Report;
  room: Room;
}

export interface ModerationStore {
  /**
   * Ends the membership, keeps the session out, and does what else is ordered, all in one moment: whoever joins is let in by
   * what was before or by what is after. Somebody who has left is found while something that they said is still there. `null`: no such member;
   * `owner`: nobody blocks the owner.
   */
  block(draft: BlockDraft): Promise<Blocked | null | 'owner'>;
  /** False where that member isn't blocked. */
  unblock(roomId: RoomId, memberId: MemberId): Promise<boolean>;
  /** Those that still hold, newest first. */
  blocks(roomId: RoomId, nowMs: EpochMs): Promise<Block[]>;

  /**
   * Keeps the message as it is now. The same session reports a message once: again, it gets the first report
   * (`fresh: false`). Null where the message has gone meanwhile.
   */
  report(
    draft: Omit<Report, 'author_session_id'>,
    reporter: SessionId,
  ): Promise<{ report: Report; fresh: boolean } | null>;
  /** What the session has reported of this message before. */
  reportBy(messageId: MessageId, reporter: SessionId): Promise<Report | null>;
  /** Newest first. */
  reports(filter: ReportFilter, after: After | null, limit: number): Promise<ReportInRoom[]>;
  findReport(id: ReportId): Promise<ReportInRoom | null>;
  /** Closes all open reports about the message; gives their ids. */
  closeReports(
    messageId: MessageId,
    how: { status: Exclude<ReportStatus, 'open'>; resolution: Resolution; note: string; nowMs: EpochMs },
  ): Promise<ReportId[]>;
  noteReport(id: ReportId, note: string): Promise<boolean>;
  reportsOfMessage(messageId: MessageId): Promise<number>;
  /** Deletes reports that are too old, blocks that are over, and who has left of whom nothing stands; says how many rows went. */
  sweepModeration(reportsBefore: EpochMs, nowMs: EpochMs): Promise<number>;
}
