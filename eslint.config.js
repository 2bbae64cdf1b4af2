import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

/** Only the files in `allowed` may use what the door guards. */
const doors = {
  ipcMain: 'main/ipc.ts is the one door to ipcMain.',
  ipcRenderer: 'preload/bridge.ts is the one door to ipcRenderer.',
  contextBridge: 'preload/bridge.ts is the one door to contextBridge.',
  shell: 'main/links.ts is the one door to the shell.',
}

function electronDoors(...open) {
  return {
    name: 'electron',
    message: 'Pages reach main over the bridge only.',
    importNames: Object.keys(doors).filter((name) => !open.includes(name)),
  }
}

/** Type imports may cross; values may not. */
function noImports(patterns, paths) {
  return {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      { patterns, paths: paths.filter((path) => path !== null) },
    ],
  }
}

const keytar = { name: 'keytar', message: 'main/keys/keychain.ts is the one door to keytar.' }
const intoMain = { regex: '(^|/)main/', message: 'This folder knows nothing of main.' }
const intoRenderer = { regex: '(^|/)renderer/', message: 'This folder knows nothing of the pages.' }
const electronAtAll = { regex: '^electron$', message: 'This folder knows nothing of Electron.' }

const text = [
  {
    selector: 'JSXText[value=/[A-Za-z]{2,}/]',
    message: 'Sentences stand in preload/messages.ts.',
  },
  {
    selector: "JSXAttribute[name.name='style'] > Literal",
    message: 'Inline styles are not allowed.',
  },
]

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'release/', 'demo-output/', 'test-results/'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked],
    plugins: { 'react-hooks': reactHooks },
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      ...reactHooks.configs.recommended.rules,
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      // Objects here are made by functions and use no `this`.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
      ],
    },
  },
  {
    files: ['main/**/*.ts'],
    rules: noImports([intoRenderer], [electronDoors(), keytar]),
  },
  {
    files: ['main/library/**', 'main/exports/**'],
    rules: noImports([intoRenderer, electronAtAll], [keytar]),
  },
  { files: ['main/ipc.ts'], rules: noImports([intoRenderer], [electronDoors('ipcMain'), keytar]) },
  { files: ['main/links.ts'], rules: noImports([intoRenderer], [electronDoors('shell'), keytar]) },
  { files: ['main/keys/keychain.ts'], rules: noImports([intoRenderer], [electronDoors()]) },
  {
    files: ['preload/**/*.ts'],
    rules: noImports([intoMain, intoRenderer], [electronDoors('ipcRenderer', 'contextBridge')]),
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    rules: {
      ...noImports([intoMain, electronAtAll], [keytar]),
      'no-restricted-properties': [
        'error',
        {
          object: 'window',
          property: 'parley',
          message: 'renderer/shared/bridge.ts is the one door.',
        },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
        ...text,
      ],
    },
  },
  { files: ['renderer/shared/bridge.ts'], rules: { 'no-restricted-properties': 'off' } },
  {
    files: ['test/**/*.{ts,tsx}', '*.config.ts'],
    rules: {
      'no-console': 'off',
      'no-restricted-syntax': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
  {
    files: ['scripts/**/*.mjs'],
    rules: { 'no-unused-vars': 'error' },
  },
)
