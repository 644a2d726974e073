/** The room, as the address bar names it. */
export function RoomPage() {
  return <main />;
}
