// Who may import whom. `npm run lint` checks it; docs/architecture.md explains it.

/** The layers of main, from the ground up: a folder imports from its own layer and those below it. */
const layers = [
  ['boundary', 'platform', 'session-bus'],
  ['audio-files', 'control', 'local-engine', 'notifications', 'settings', 'system-sound', 'update'],
  ['library', 'keys', 'models', 'proxy'],
  ['recording', 'shortcuts', 'redaction', 'exports', 'service', 'chat', 'captions', 'usage'],
  [
    'transcription',
    'calendar',
    'calls',
    'forgotten',
    'desktop',
    'audio-storage',
    'echo',
    'sound-check',
    'import',
    'minutes',
    'speakers',
    'windows',
  ],
]
const folders = layers.flat().join('|')

const upwards = layers.slice(0, -1).map((layer, index) => ({
  name: `main-layer-${index + 1}`,
  comment: 'A folder of main imports from its own layer and the layers below it.',
  severity: 'error',
  from: { path: `^main/(${layer.join('|')})/` },
  to: {
    path: `^main/(${layers
      .slice(index + 1)
      .flat()
      .join('|')})/`,
  },
}))

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Files that import each other cannot be understood one at a time.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    ...upwards,
    {
      name: 'main-public-files',
      comment: 'A folder of main is imported through its index.ts.',
      severity: 'error',
      from: { path: '^main/([^/]+)' },
      to: { path: '^main/[^/]+/', pathNot: ['^main/[^/]+/index\\.ts$', '^main/app/', '^main/$1/'] },
    },
    {
      name: 'main-top',
      comment: 'Only the boot list imports main/app; nothing imports the boot list.',
      severity: 'error',
      from: { path: `^main/(${folders})/` },
      to: { path: `^main/(app/|[^/]+$)` },
    },
    {
      name: 'main-folders-have-a-layer',
      comment: 'A new folder of main is added to the layers in .dependency-cruiser.mjs.',
      severity: 'error',
      from: {},
      to: { path: '^main/[^/]+/', pathNot: `^main/(app|${folders})/` },
    },
    {
      name: 'common-stands-alone',
      comment: 'common imports nothing of main, the preload or a page.',
      severity: 'error',
      from: { path: '^common/' },
      to: { path: '^(main|preload|renderer|scripts|test)/' },
    },
    {
      name: 'main-without-pages',
      comment: 'main imports nothing of the preload or a page.',
      severity: 'error',
      from: { path: '^main/' },
      to: { path: '^(preload|renderer|scripts|test)/' },
    },
    {
      name: 'preload-alone',
      comment: 'The preload imports common only.',
      severity: 'error',
      from: { path: '^preload/' },
      to: { path: '^(main|renderer|scripts|test)/' },
    },
    {
      name: 'pages-without-main',
      comment: 'A page reaches main over the bridge only.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^(main|preload|scripts|test)/' },
    },
    {
      name: 'no-page-to-page',
      comment: 'What two pages share is in renderer/shared or renderer/audio.',
      severity: 'error',
      from: { path: '^renderer/(captions|importer|recorder|window)/' },
      to: {
        path: '^renderer/(captions|importer|recorder|window)/',
        pathNot: '^renderer/$1/',
      },
    },
    {
      name: 'shared-without-pages',
      comment: 'What pages share imports no page.',
      severity: 'error',
      from: { path: '^renderer/(audio|shared)/' },
      to: { path: '^renderer/(captions|importer|recorder|window)/' },
    },
    {
      name: 'no-node-in-pages',
      comment: 'A page is sandboxed: it has no Node.',
      severity: 'error',
      from: { path: '^(renderer|common|preload)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'app-without-tools',
      comment: 'The app imports no scripts and no tests.',
      severity: 'error',
      from: { path: '^(common|main|preload|renderer)/' },
      to: { path: '^(scripts|test)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
    cache: { folder: 'node_modules/.cache/dependency-cruiser', strategy: 'content' },
  },
}
