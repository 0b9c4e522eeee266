// Loaded first in every thread of a process: tells by shared memory that native code begins to be loaded (1), and is (2),
// and makes that take long enough for whoever ends threads meanwhile.
const { getEnvironmentData, isMainThread } = require('node:worker_threads');

const flag = getEnvironmentData('loading');
if (!isMainThread && flag !== undefined) {
  const load = process.dlopen.bind(process);
  process.dlopen = (...call) => {
    Atomics.store(flag, 0, 1);
    Atomics.wait(flag, 0, 1, 200);
    load(...call);
    Atomics.store(flag, 0, 2);
  };
}
