import { busContract } from './bus.contract.ts';
import { createInProcessBus } from './in-process.ts';

busContract('the bus of one process', async () => {
  const bus = createInProcessBus();
  return {
    bus,
    listen: async (listener) => bus.listen(listener),
    settled: async () => {},
    close: async () => {},
  };
});
