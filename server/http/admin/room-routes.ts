import type { Hono } from 'hono';
import { burnAnyRoom, changeAnyRoom, deleteAnyMessage } from '../../actions/admin/act-on-rooms.ts';
import { listRooms, type OpenedRoom, openRoom, readMessages } from '../../actions/admin/look-at-rooms.ts';
import { messageToWire } from '../../domain/wire.ts';
import { roomDetailToWire, roomEntryToWire } from '../../domain/wire-operator.ts';
import { type AppEnv, mount } from '../mount.ts';
import type { AdminParts } from './admin-parts.ts';

/** Rooms and their messages, as the operator looks and acts. */
export function mountAdminRooms(app: Hono<AppEnv>, { edge }: AdminParts): void {
  const { ports } = edge;

  const listed = async (page: Awaited<ReturnType<typeof listRooms>>) => ({
    rooms: await Promise.all(
      page.items.map(async ({ room, ...figures }) =>
        roomEntryToWire(room, { ...figures, online_count: await ports.presence.onlineCount(room.id) }),
      ),
    ),
    next_cursor: page.next_cursor,
  });
  const detail = async ({ room, members, ...figures }: OpenedRoom) => {
    const online = await ports.presence.online(room.id);
    return { room: roomDetailToWire(room, { ...figures, online_count: online.size }, members, online) };
  };

  mount(app, edge, 'adminRooms', async ({ query }) => ({
    status: 200,
    body: await listed(await listRooms(ports, query)),
  }));

  mount(app, edge, 'adminSearchRooms', async ({ body: { query, ...order } }) => ({
    status: 200,
    body: await listed(await listRooms(ports, order, query)),
  }));

  mount(app, edge, 'adminRoom', async ({ operator, params }) => ({
    status: 200,
    body: await detail(await openRoom(ports, operator, params.code)),
  }));

  mount(app, edge, 'adminUpdateRoom', async ({ operator, params, body }) => ({
    status: 200,
    body: await detail(await changeAnyRoom(ports, operator, params.code, body)),
  }));

  mount(app, edge, 'adminBurnRoom', async ({ operator, params }) => {
    await burnAnyRoom(ports, operator, params.code);
    return { status: 204, body: null };
  });

  mount(app, edge, 'adminMessages', async ({ operator, params, query }) => {
    const { room, messages, has_more } = await readMessages(ports, operator, params.code, query);
    return { status: 200, body: { messages: messages.map((message) => messageToWire(message, room)), has_more } };
  });

  mount(app, edge, 'adminDeleteMessage', async ({ operator, params }) => {
    await deleteAnyMessage(ports, operator, params.id);
    return { status: 204, body: null };
  });
}
