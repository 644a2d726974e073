import { AdminPage } from '../shell/admin-page.tsx';

export function SettingsPage() {
  return <AdminPage title="Settings">{null}</AdminPage>;
}
