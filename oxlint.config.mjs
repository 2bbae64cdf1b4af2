// The rules of oxlint, which `npm run lint` runs. Most are built into it, also those that need types.

/** Each of these parts of Electron has one file or folder that uses it, its door. */
const doors = ['ipcMain', 'ipcRenderer', 'contextBridge', 'shell', 'Notification']

function electronDoors(...open) {
  return {
    name: 'electron',
    message: 'One place has the door to this; pages reach main over the bridge only.',
    importNames: doors.filter((name) => !open.includes(name)),
  }
}

function noImports(patterns, paths) {
  return {
    'no-restricted-imports': ['error', { patterns, paths }],
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

/**
 * What typescript-eslint calls strict, as far as it is not in oxlint's category `correctness`. Most
 * of these rules read types.
 */
const strictTypes = [
  'no-deprecated',
  'no-empty-object-type',
  'no-explicit-any',
  'no-extraneous-class',
  'no-generated-empty-object-type',
  'no-invalid-void-type',
  'no-misused-promises',
  'no-mixed-enums',
  'no-namespace',
  'no-non-null-asserted-nullish-coalescing',
  'no-non-null-assertion',
  'no-require-imports',
  'no-unnecessary-boolean-literal-compare',
  'no-unnecessary-template-expression',
  'no-unnecessary-type-arguments',
  'no-unnecessary-type-assertion',
  'no-unnecessary-type-constraint',
  'no-unnecessary-type-conversion',
  'no-unnecessary-type-parameters',
  'no-unsafe-argument',
  'no-unsafe-assignment',
  'no-unsafe-call',
  'no-unsafe-enum-comparison',
  'no-unsafe-function-type',
  'no-unsafe-member-access',
  'no-unsafe-return',
  'only-throw-error',
  'prefer-literal-enum-member',
  'prefer-promise-reject-errors',
  'prefer-reduce-type-parameter',
  'prefer-return-this-type',
  'related-getter-setter-pairs',
  'require-await',
  'unified-signatures',
  'use-unknown-in-catch-callback-variable',
]

const syntax = (...selectors) => ({
  'eslint-js/no-restricted-syntax': [
    'error',
    { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
    ...selectors,
  ],
})

// A default export, because oxlint requires it.
export default {
  plugins: ['typescript', 'react', 'jsx-a11y'],
  jsPlugins: [{ name: 'eslint-js', specifier: 'oxlint-plugin-eslint' }],
  options: { typeAware: true, denyWarnings: true, reportUnusedDisableDirectives: 'error' },
  categories: { correctness: 'error' },
  ignorePatterns: [
    'test/runtimes/',
    '**/*.module.css.d.ts',
    'dist/',
    'release/',
    'demo-output/',
    'test-results/',
  ],
  rules: {
    // Objects here are made by functions and use no `this`.
    'typescript/unbound-method': 'off',
    // Control and combining characters are written as ranges on purpose.
    'no-control-regex': 'off',
    'no-misleading-character-class': 'off',
    // The sound of a meeting has its transcript beside it.
    'jsx-a11y/media-has-caption': 'off',
    // A field that opens at a press takes the keyboard there.
    'jsx-a11y/no-autofocus': 'off',
    // A region that scrolls must be reachable by keyboard (WCAG 2.1.1).
    'jsx-a11y/no-noninteractive-tabindex': 'off',
    // A canvas is drawn on and not operated.
    'jsx-a11y/no-interactive-element-to-noninteractive-role': ['error', { canvas: ['img'] }],
    // Most of these tags look and work in their own way; a role does not.
    'jsx-a11y/prefer-tag-over-role': 'off',
    // It takes the options of a field's suggestions for controls.
    'jsx-a11y/control-has-associated-label': 'off',
  },
  overrides: [
    {
      files: ['**/*.{ts,tsx}'],
      rules: {
        ...Object.fromEntries(strictTypes.map((name) => [`typescript/${name}`, 'error'])),
        'typescript/ban-ts-comment': ['error', { minimumDescriptionLength: 10 }],
        'typescript/consistent-type-imports': 'error',
        'typescript/restrict-plus-operands': [
          'error',
          {
            allowAny: false,
            allowBoolean: false,
            allowNullish: false,
            allowNumberAndString: false,
            allowRegExp: false,
          },
        ],
        'typescript/restrict-template-expressions': ['error', { allowNumber: true }],
        'typescript/return-await': ['error', 'error-handling-correctness-only'],
        'typescript/switch-exhaustiveness-check': [
          'error',
          { considerDefaultExhaustiveForUnions: true },
        ],
        'no-array-constructor': 'error',
        'no-console': 'error',
        'no-useless-constructor': 'error',
        'no-var': 'error',
        'prefer-const': 'error',
        'prefer-rest-params': 'error',
        'prefer-spread': 'error',
        // More than three are named options.
        'max-params': ['error', 3],
        ...syntax(...clock),
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
        'typescript/no-unnecessary-type-parameters': 'off',
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
    // The list of results keeps the keyboard in its search field (aria-activedescendant).
    {
      files: ['renderer/window/search/results.tsx'],
      rules: {
        'jsx-a11y/click-events-have-key-events': 'off',
        'jsx-a11y/interactive-supports-focus': 'off',
      },
    },
    {
      files: ['{renderer,test/renderer}/{window,captions}/**/*.{ts,tsx}'],
      rules: { 'react/rules-of-hooks': 'error', 'react/unsupported-syntax': 'error' },
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
        ...syntax(...clock, ...text),
      },
    },
    { files: ['renderer/shared/bridge.ts'], rules: { 'no-restricted-properties': 'off' } },
    // A flat list of features, in which nothing is decided.
    { files: ['main/app.ts'], rules: { 'max-lines': ['error', 120] } },
    // The one place that asks for the time; scripts measure nothing that people rely on.
    {
      files: ['common/clock.ts', 'scripts/**/*.ts'],
      rules: syntax(),
    },
    {
      files: ['test/**/*.{ts,tsx}', '*.config.ts'],
      rules: {
        'no-console': 'off',
        // Playwright reads the pattern of a fixture's first argument, so it must be one.
        'no-empty-pattern': 'off',
        'eslint-js/no-restricted-syntax': 'off',
        'typescript/no-unsafe-assignment': 'off',
        'typescript/no-unsafe-member-access': 'off',
        'typescript/no-non-null-assertion': 'off',
        'typescript/require-await': 'off',
        'typescript/no-empty-function': 'off',
      },
    },
  ],
}
