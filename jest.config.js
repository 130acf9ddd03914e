/** Unit, contract and journey tests: no browser. `npm run e2e` has its own configuration. */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testPathIgnorePatterns: ['/test/e2e/'],
  transform: {
    '^.+\\.ts$': ['ts-jest', { diagnostics: false }],
    // Published as a module only, which jest cannot load as it is.
    'node_modules/jose/.+\\.js$': ['ts-jest', { diagnostics: false, tsconfig: { allowJs: true, module: 'commonjs' } }],
  },
  transformIgnorePatterns: ['/node_modules/(?!jose/)'],
  collectCoverageFrom: ['src/engagement/**/*.ts', '!src/engagement/index.ts'],
  coverageThreshold: { './src/engagement/': { branches: 100, functions: 100, lines: 100, statements: 100 } },
  testTimeout: 30000,
};
