import { createMemory } from '../../src/adapters/memory/index';
import { describeStores } from './stores.contract';

describe('in memory', () => {
  const memory = createMemory();
  describeStores(() => Promise.resolve(memory));
});
