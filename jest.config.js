// Nest 12 ships ES modules only and Jest on Node 20 cannot require those, so swc turns @nestjs/* into CommonJS too (docs/adr/0001).
const shared = {
  rootDir: __dirname,
  testEnvironment: 'node',
  moduleNameMapper: { '^@hub/(domain|database|queue|features|platform)/(.*)$': '<rootDir>/libs/$1/src/$2' },
  transform: { '^.+\\.ts$': '@swc/jest', 'node_modules/.+\\.js$': '@swc/jest' },
  transformIgnorePatterns: ['/node_modules/(?!@nestjs/)'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
};

const withDatabase = { globalSetup: '<rootDir>/test/harness/global-setup.ts', globalTeardown: '<rootDir>/test/harness/global-teardown.ts' };

module.exports = {
  maxWorkers: 2,
  testTimeout: 60_000,
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/{apps,libs,bench,test}/**/*.spec.ts'] },
    { ...shared, ...withDatabase, displayName: 'database', testMatch: ['<rootDir>/{apps,libs,bench,test}/**/*.int-spec.ts', '<rootDir>/test/**/*.e2e-spec.ts'] },
    // What takes minutes and wants the machine to itself: npm run test:deep.
    { ...shared, ...withDatabase, displayName: 'deep', testMatch: ['<rootDir>/test/**/*.deep-spec.ts'] },
  ],
};
