import { AdminPage } from '../shell/admin-page.tsx';

export function RoomsPage() {
  return <AdminPage title="Rooms">{null}</AdminPage>;
}
