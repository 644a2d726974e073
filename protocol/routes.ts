/** Method, path, query, body and answer of every HTTP call. The server mounts this table, and OpenAPI is made from it. */
import { z } from 'zod';
import { adminRoutes } from './admin-routes.ts';
import {
  ClientId,
  Content,
  Emoji,
  Nickname,
  ObjectId,
  RetentionSeconds,
  RoomCodeField,
  RoomName,
  SlowModeSeconds,
  WholeNumber,
  YesNo,
} from './fields.ts';
import { MESSAGES_PER_PAGE } from './limits.ts';
import { moderationRoutes } from './moderation-routes.ts';
import { Member, Message, Role, Room, RoomPreview, Session, Site } from './objects.ts';
import { type Route, route } from './route.ts';

const inRoom = z.strictObject({ code: z.string() });
const ofMessage = z.strictObject({ id: ObjectId });
const MemberAndRoom = z.object({ room: Room, member: Member });

export const routes = {
  getSite: route({
    method: 'get',
    path: '/api/site/',
    summary: 'What the operator of this server has set.',
    tag: 'Sessions',
    needs: 'nothing',
    answers: { 200: z.object({ site: Site }) },
    errors: [],
  }),
  createSession: route({
    method: 'post',
    path: '/api/session/create/',
    summary: 'Start a session. Sets the session cookie too.',
    tag: 'Sessions',
    needs: 'nothing',
    body: z.strictObject({ nickname: Nickname }),
    answers: { 201: z.object({ session_token: z.string(), session: Session }) },
    errors: ['invalid_request', 'forbidden'],
  }),
  validateSession: route({
    method: 'get',
    path: '/api/session/validate/',
    summary: 'Is this session alive?',
    tag: 'Sessions',
    needs: 'session',
    answers: { 200: z.object({ valid: z.literal(true), session: Session }) },
    errors: [],
  }),
  endSession: route({
    method: 'delete',
    path: '/api/session/',
    summary:
      'Leave every room and forget the session. Messages stay until they expire, or go now with `erase_messages`.',
    tag: 'Sessions',
    needs: 'session',
    mayBeBanned: true,
    query: z.strictObject({ erase_messages: YesNo.default(false) }),
    answers: { 204: null },
    errors: ['invalid_request'],
  }),
  createRoom: route({
    method: 'post',
    path: '/api/rooms/create/',
    summary: 'Make a room; the creator is its owner.',
    tag: 'Rooms',
    needs: 'session',
    body: z.strictObject({
      name: RoomName.optional(),
      kind: z.enum(['open']).optional(),
      retention_seconds: RetentionSeconds.optional(),
      slow_mode_seconds: SlowModeSeconds.optional(),
      locked: z.boolean().optional(),
      nickname: Nickname.optional(),
    }),
    answers: { 201: MemberAndRoom },
    errors: ['invalid_request'],
  }),
  joinRoom: route({
    method: 'post',
    path: '/api/rooms/join/',
    summary: 'Enter a room by its code. Joining twice is the same as once.',
    tag: 'Rooms',
    needs: 'session',
    body: z.strictObject({ room_code: RoomCodeField, nickname: Nickname.optional() }),
    answers: { 200: MemberAndRoom },
    errors: ['invalid_request', 'not_found', 'conflict', 'room_locked', 'blocked', 'forbidden'],
  }),
  listRooms: route({
    method: 'get',
    path: '/api/rooms/',
    summary: 'The rooms that this session is in.',
    tag: 'Rooms',
    needs: 'session',
    answers: { 200: z.object({ rooms: z.array(Room) }) },
    errors: [],
  }),
  getRoom: route({
    method: 'get',
    path: '/api/rooms/{code}/',
    summary: 'A room; a preview of it for one who isn’t in it.',
    tag: 'Rooms',
    needs: 'session',
    params: inRoom,
    answers: { 200: z.object({ room: z.union([Room, RoomPreview]) }) },
    errors: ['not_found'],
  }),
  updateRoom: route({
    method: 'patch',
    path: '/api/rooms/{code}/',
    summary: 'Change the room: owner and moderators; retention: owner.',
    tag: 'Rooms',
    needs: 'session',
    params: inRoom,
    body: z.strictObject({
      name: RoomName.optional(),
      retention_seconds: RetentionSeconds.optional(),
      slow_mode_seconds: SlowModeSeconds.optional(),
      locked: z.boolean().optional(),
    }),
    answers: { 200: z.object({ room: Room }) },
    errors: ['invalid_request', 'not_found', 'forbidden', 'room_gone'],
  }),
  burnRoom: route({
    method: 'delete',
    path: '/api/rooms/{code}/',
    summary: 'Burn the room: members, messages, everything. Owner.',
    tag: 'Rooms',
    needs: 'session',
    params: inRoom,
    answers: { 204: null },
    errors: ['not_found', 'forbidden'],
  }),
  rotateCode: route({
    method: 'post',
    path: '/api/rooms/{code}/rotate/',
    summary: 'Give the room a new code; the old one goes on for members only. Owner and moderators.',
    tag: 'Rooms',
    needs: 'session',
    params: inRoom,
    answers: { 200: z.object({ room: Room }) },
    errors: ['not_found', 'forbidden', 'room_gone'],
  }),
  leaveRoom: route({
    method: 'post',
    path: '/api/rooms/{code}/leave/',
    summary: 'Leave. An owner who leaves hands the room over.',
    tag: 'Rooms',
    needs: 'session',
    params: inRoom,
    answers: { 204: null },
    errors: ['not_found'],
  }),
  listMembers: route({
    method: 'get',
    path: '/api/rooms/{code}/members/',
    summary: 'Everybody in the room.',
    tag: 'Rooms',
    needs: 'session',
    params: inRoom,
    answers: { 200: z.object({ members: z.array(Member) }) },
    errors: ['not_found'],
  }),
  updateMember: route({
    method: 'patch',
    path: '/api/rooms/{code}/members/{id}/',
    summary: 'Give a role; `owner` hands the room over. Owner.',
    tag: 'Rooms',
    needs: 'session',
    params: z.strictObject({ code: z.string(), id: ObjectId }),
    body: z.strictObject({ role: Role }),
    answers: { 200: z.object({ member: Member }) },
    errors: ['invalid_request', 'not_found', 'forbidden', 'conflict'],
  }),
  listMessages: route({
    method: 'get',
    path: '/api/rooms/{code}/messages/',
    summary: 'A page of messages, ascending `seq`: the newest, those before a `seq`, or those after one.',
    tag: 'Rooms',
    needs: 'session',
    params: inRoom,
    query: z
      .strictObject({
        limit: WholeNumber.pipe(z.int().min(1).max(MESSAGES_PER_PAGE.max)).default(MESSAGES_PER_PAGE.default),
        before: WholeNumber.optional(),
        after: WholeNumber.optional(),
      })
      .refine((query) => query.before === undefined || query.after === undefined, 'Either `before` or `after`.'),
    answers: { 200: z.object({ messages: z.array(Message), has_more: z.boolean() }) },
    errors: ['invalid_request', 'not_found'],
  }),
  sendMessage: route({
    method: 'post',
    path: '/api/messages/send/',
    summary: 'Send a message. Answered when it is committed; the same `client_id` again gives the first message (200).',
    tag: 'Messages',
    needs: 'session',
    body: z.strictObject({
      room_code: RoomCodeField,
      content: Content,
      client_id: ClientId.optional(),
      reply_to: ObjectId.nullish(),
    }),
    answers: { 201: z.object({ message: Message }), 200: z.object({ message: Message }) },
    errors: ['invalid_request', 'not_found'],
  }),
  editMessage: route({
    method: 'patch',
    path: '/api/messages/{id}/',
    summary: 'Change a message: its author, within 15 minutes.',
    tag: 'Messages',
    needs: 'session',
    params: ofMessage,
    body: z.strictObject({ content: Content }),
    answers: { 200: z.object({ message: Message }) },
    errors: ['invalid_request', 'not_found', 'forbidden'],
  }),
  deleteMessage: route({
    method: 'delete',
    path: '/api/messages/{id}/',
    summary: 'Delete a message: its author, owner or moderator.',
    tag: 'Messages',
    needs: 'session',
    params: ofMessage,
    answers: { 204: null },
    errors: ['not_found', 'forbidden'],
  }),
  addReaction: route({
    method: 'put',
    path: '/api/messages/{id}/reactions/{emoji}/',
    summary: 'React with an emoji; at most 20 different ones a message.',
    tag: 'Messages',
    needs: 'session',
    params: ofMessage.extend({ emoji: Emoji }),
    answers: { 204: null },
    errors: ['invalid_request', 'not_found', 'conflict'],
  }),
  removeReaction: route({
    method: 'delete',
    path: '/api/messages/{id}/reactions/{emoji}/',
    summary: 'Take a reaction back.',
    tag: 'Messages',
    needs: 'session',
    params: ofMessage.extend({ emoji: Emoji }),
    answers: { 204: null },
    errors: ['invalid_request', 'not_found'],
  }),
  ...moderationRoutes,
  ...adminRoutes,
} satisfies Record<string, Route>;

export type RouteName = keyof typeof routes;
type Part<Name extends RouteName, Key extends 'params' | 'query' | 'body'> = (typeof routes)[Name] extends {
  [key in Key]: infer Schema extends z.ZodType;
}
  ? z.infer<Schema>
  : undefined;
export type Params<Name extends RouteName> = Part<Name, 'params'>;
export type Query<Name extends RouteName> = Part<Name, 'query'>;
export type Body<Name extends RouteName> = Part<Name, 'body'>;
