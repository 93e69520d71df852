import tseslint from 'typescript-eslint';

const limits = {
  'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
  'max-params': ['error', 5],
  'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
};

// The one door (docs/adr/0002): only libs/database may hold a connection, only the queue library a broker.
const door = (extra = []) => ({
  'no-restricted-imports': ['error', {
    paths: [{ name: '@nestjs/typeorm', importNames: ['InjectRepository', 'InjectDataSource'], message: 'Use UnitOfWork.run.' }, ...extra],
  }],
});

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'apps/web/src/gql/**', '.data/**'] },
  { files: ['**/*.{ts,tsx}'], extends: [tseslint.configs.recommended] },
  {
    files: ['**/*.ts'],
    ignores: ['apps/web/**'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...limits,
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'off',
    },
  },
  { files: ['apps/web/**/*.{ts,tsx}'], rules: { 'max-lines': limits['max-lines'] } },
  { files: ['libs/features/**/*.ts', 'apps/**/*.ts'], rules: door([{ name: 'typeorm', importNames: ['DataSource'], message: 'Use UnitOfWork.run.' }]) },
  {
    files: ['apps/**/*.ts', 'libs/**/*.ts'],
    ignores: ['libs/platform/src/config.ts', '**/*spec.ts', 'apps/web/**'],
    rules: { 'no-restricted-properties': ['error', { object: 'process', property: 'env', message: 'Read settings in libs/platform/src/config.ts.' }] },
  },
  { files: ['**/migrations/**', '**/*spec.ts'], rules: { 'max-lines-per-function': 'off' } },
  { files: ['**/migrations/**'], rules: { 'max-lines': 'off' } },
  {
    files: ['libs/domain/**/*.ts'],
    ignores: ['**/*spec.ts'],
    rules: {
      'no-restricted-globals': ['error', 'process', 'Buffer', 'setTimeout'],
      'no-restricted-properties': ['error', { object: 'Date', property: 'now' }, { object: 'Math', property: 'random' }],
    },
  },
  { files: ['bin/**/*.js', '*.js', '*.cjs'], languageOptions: { sourceType: 'commonjs' }, rules: {} },
);
