import type { Hono } from 'hono';
import { deleteMessage } from '../actions/delete-message.ts';
import { editMessage } from '../actions/edit-message.ts';
import { findOwnRoom } from '../actions/find-room.ts';
import { react } from '../actions/react.ts';
import { sendMessage } from '../actions/send-message.ts';
import { messageToWire } from '../domain/wire.ts';
import type { Edge } from '../edge/visitor.ts';
import { type AppEnv, mount } from './mount.ts';

export function mountMessages(app: Hono<AppEnv>, edge: Edge): void {
  const { ports } = edge;

  mount(app, edge, 'sendMessage', async ({ caller, body }) => {
    const author = await findOwnRoom(ports, caller, body.room_code);
    const { message, room, fresh } = await sendMessage(ports, author, body);
    return { status: fresh ? 201 : 200, body: { message: messageToWire(message, room) } };
  });

  mount(app, edge, 'editMessage', async ({ caller, params, body }) => {
    const { message, room } = await editMessage(ports, caller.session, { id: params.id, content: body.content });
    return { status: 200, body: { message: messageToWire(message, room) } };
  });

  mount(app, edge, 'deleteMessage', async ({ caller, params }) => {
    await deleteMessage(ports, caller.session, params.id);
    return { status: 204, body: null };
  });

  mount(app, edge, 'addReaction', async ({ caller, params }) => {
    await react(ports, caller.session, { ...params, on: true });
    return { status: 204, body: null };
  });

  mount(app, edge, 'removeReaction', async ({ caller, params }) => {
    await react(ports, caller.session, { ...params, on: false });
    return { status: 204, body: null };
  });
}
