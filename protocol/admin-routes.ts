/** The calls of the operator's panel. */
import { adminAccountRoutes } from './admin-account-routes.ts';
import { adminPeopleRoutes } from './admin-people-routes.ts';
import { adminRoomRoutes } from './admin-room-routes.ts';
import { adminServerRoutes } from './admin-server-routes.ts';

export const adminRoutes = {
  ...adminAccountRoutes,
  ...adminRoomRoutes,
  ...adminPeopleRoutes,
  ...adminServerRoutes,
};
