/** The journeys in a real browser against the Teams simulator, one after another: `npm run e2e`. */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test/e2e'],
  transform: { '^.+\\.ts$': ['ts-jest', { diagnostics: false }] },
  testTimeout: 120000,
  maxWorkers: 1,
  // A journey goes on where the one before it ended.
  bail: true,
};
