/** The baseline of fan-out.ts: what Bun itself does with the same bytes, no storage, no rules. Prints its address like the server. */
const server = Bun.serve({
  port: 0,
  fetch: (request, self) => (self.upgrade(request) ? undefined : new Response(null, { status: 400 })),
  websocket: {
    open(socket) {
      socket.subscribe('room');
      socket.send('{"type":"history"}');
    },
    message(_, data) {
      server.publish('room', data);
    },
  },
});
process.stdout.write(`{"url":"http://localhost:${server.port}"}\n`);
