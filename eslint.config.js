import jsxA11y from 'eslint-plugin-jsx-a11y-x'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

/** Only the files in `allowed` may use what the door guards. */
const doors = {
  ipcMain: 'main/boundary/ipc.ts is the one door to ipcMain.',
  ipcRenderer: 'preload/bridge.ts is the one door to ipcRenderer.',
  contextBridge: 'preload/bridge.ts is the one door to contextBridge.',
  shell: 'main/boundary/links.ts is the one door to the shell.',
  Notification: 'main/notifications/ is the one door to notifications.',
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

/** Nothing is measured with a clock that people and time servers set. */
const clock = [
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'Use wallNow or monotonicNow of common/clock.ts.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Use wallNow of common/clock.ts.',
  },
]

/** The attributes that a person reads or hears. */
const readable =
  'JSXAttribute[name.name=/^(alt|title|placeholder|label|text|aria-(label|description|valuetext|roledescription|placeholder))$/]'
/** Where a text may stand in braces: alone, or as one of two. */
const inBraces = ['', ' > ConditionalExpression', ' > LogicalExpression'].flatMap((within) => [
  `${within} > Literal[value=/[A-Za-z]{2,}/]`,
  `${within} > TemplateLiteral > TemplateElement[value.raw=/[A-Za-z]{2,}/]`,
])

const text = [
  `${readable} > Literal[value=/[A-Za-z]{2,}/]`,
  ...inBraces.map((where) => `${readable} > JSXExpressionContainer${where}`),
  ...inBraces.map((where) => `:matches(JSXElement, JSXFragment) > JSXExpressionContainer${where}`),
]
  .map((selector) => ({ selector, message: 'Sentences are written in common/text/.' }))
  .concat([
    {
      selector: 'JSXText[value=/[A-Za-z]{2,}/]',
      message: 'Sentences are written in common/text/.',
    },
    {
      selector: "JSXAttribute[name.name='style'] > Literal",
      message: 'Inline styles are not allowed.',
    },
  ])

export default tseslint.config(
  {
    ignores: [
      'test/runtimes/',
      '**/*.module.css.d.ts',
      'dist/',
      'node_modules/',
      'release/',
      'demo-output/',
      'test-results/',
    ],
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        // The bridge passes a DOM File, so common's own project leaves it out.
        projectService: { allowDefaultProject: ['common/ipc/bridge-api.ts'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      // Objects here are made by functions and use no `this`; there are no enums.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      'no-console': 'error',
      // More than three are named options.
      'max-params': ['error', 3],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
        ...clock,
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
  // The shell of these folders: dialogs and set-up. Everything else there runs without Electron.
  {
    files: ['main/library/setup.ts', 'main/exports/{setup,markdown-setup,meeting-export}.ts'],
    rules: noImports([intoRenderer], [electronDoors(), keytar]),
  },
  {
    files: ['main/boundary/ipc.ts'],
    rules: {
      ...noImports([intoRenderer], [electronDoors('ipcMain'), keytar]),
      // A name and its payload belong together, also if the name appears once.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
    },
  },
  {
    files: ['main/boundary/links.ts'],
    rules: noImports([intoRenderer], [electronDoors('shell'), keytar]),
  },
  {
    files: ['main/notifications/electron.ts'],
    rules: noImports([intoRenderer], [electronDoors('Notification'), keytar]),
  },
  { files: ['main/keys/keychain.ts'], rules: noImports([intoRenderer], [electronDoors()]) },
  {
    files: ['common/**/*.ts'],
    rules: noImports([intoMain, intoRenderer, electronAtAll], [keytar]),
  },
  {
    files: ['preload/**/*.ts'],
    rules: noImports([intoMain, intoRenderer], [electronDoors('ipcRenderer', 'contextBridge')]),
  },
  { files: ['renderer/**/*.tsx'], ...jsxA11y.configs.strict },
  {
    files: ['renderer/**/*.tsx'],
    rules: {
      // The sound of a meeting has its transcript beside it.
      'jsx-a11y-x/media-has-caption': 'off',
      // A field that opens at a press takes the keyboard there.
      'jsx-a11y-x/no-autofocus': 'off',
      // A region that scrolls must be reachable by keyboard (WCAG 2.1.1).
      'jsx-a11y-x/no-noninteractive-tabindex': 'off',
      // A canvas is drawn on and not operated.
      'jsx-a11y-x/no-interactive-element-to-noninteractive-role': ['error', { canvas: ['img'] }],
    },
  },
  // The list of results keeps the keyboard in its search field (aria-activedescendant).
  {
    files: ['renderer/window/search/results.tsx'],
    rules: {
      'jsx-a11y-x/click-events-have-key-events': 'off',
      'jsx-a11y-x/interactive-supports-focus': 'off',
    },
  },
  {
    files: ['{renderer,test/renderer}/{window,captions}/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
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
        ...clock,
        ...text,
      ],
    },
  },
  { files: ['renderer/shared/bridge.ts'], rules: { 'no-restricted-properties': 'off' } },
  // A flat list of features, in which nothing is decided.
  { files: ['main/app.ts'], rules: { 'max-lines': ['error', 120] } },
  // The one place that asks for the time; scripts measure nothing that people rely on.
  {
    files: ['common/clock.ts', 'scripts/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
      ],
    },
  },
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
