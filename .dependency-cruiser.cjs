/** Who may import whom. Every rule is an error; the table in CONTRIBUTING.md says the same in words. */
const adapters = ['teams', 'table', 'memory', 'understanding', 'clock', 'http', 'log'];
const error = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });
const outside = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown', 'core'];

module.exports = {
  forbidden: [
    error('no-cycles', {}, { circular: true }, 'A cycle means two files are one; merge or split them differently.'),
    error(
      'core-is-alone',
      { path: '^src/engagement/' },
      { pathNot: '^src/engagement/' },
      'The core knows no library, no port, no adapter.',
    ),
    error(
      'catalog-knows-the-core-by-its-door',
      { path: '^src/catalog/' },
      { path: '^src/', pathNot: '^src/(catalog/|engagement/index\\.ts$)' },
      'The catalogue imports the core through its index only.',
    ),
    error(
      'catalog-uses-zod-only',
      { path: '^src/catalog/' },
      { dependencyTypes: outside, pathNot: 'node_modules/zod/' },
      'zod is the only library of the catalogue.',
    ),
    error(
      'application-uses-doors',
      { path: '^src/application/' },
      { path: '^src/', pathNot: '^src/(application/|(engagement|catalog)/index\\.ts$)' },
      'Use cases see the core and the catalogue through their index, and no adapter.',
    ),
    error(
      'application-has-no-library',
      { path: '^src/application/' },
      { dependencyTypes: outside },
      'Use cases need no library: put it behind a port.',
    ),
    error(
      'adapters-use-doors',
      { path: '^src/adapters/' },
      { path: '^src/(engagement|catalog)/', pathNot: '^src/(engagement|catalog)/index\\.ts$' },
      'Adapters see the core and the catalogue through their index.',
    ),
    error(
      'adapters-know-no-root',
      { path: '^src/adapters/' },
      { path: '^src/(config|compose|index)\\.ts$' },
      'Adapters are given what they need; they do not reach for the root.',
    ),
    ...adapters.map((one) =>
      error(
        `adapter-${one}-is-a-stranger`,
        { path: `^src/adapters/${one}/` },
        { path: '^src/adapters/', pathNot: `^src/adapters/${one}/` },
        'Adapters are strangers to each other.',
      ),
    ),
    error(
      'botbuilder-only-at-the-edge',
      { path: '^(src|scripts)/', pathNot: '^src/(adapters/teams/|compose\\.ts$)' },
      { path: 'node_modules/(botbuilder|botframework-)' },
      'Another SDK must be able to slip in behind the same ports.',
    ),
    error(
      'src-without-tests',
      { path: '^src/' },
      { path: '^(test|scripts)/' },
      'The product knows neither its tests nor its scripts.',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
