// Builds main, its helper process and threads, the preload and the pages into dist/.
import { copyFile, cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { builtinModules } from 'node:module'
import { join, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { build as viteBuild, type Alias, type InlineConfig, type PluginOption } from 'vite'
import { bundleTable, measureBundles } from './bundle-sizes'
import { markdownPlugin } from './markdown-plugin'
import { textScript, textScripts } from './text-scripts'
import { collectNotices, noticesText } from './package/notices'
import { say } from './setup/log.mjs'

const root = resolve(import.meta.dirname, '..')

/** Loaded from node_modules at run time, because they have native files. */
const natives = ['keytar', 'libsql', 'sherpa-onnx-node']
const external = [
  'electron',
  ...natives,
  ...builtinModules,
  ...builtinModules.map((m) => `node:${m}`),
]

/** One CommonJS file, for Node (`ssr`) or for a sandboxed preload, which must be CommonJS. */
function bundle(entry: string, file: string, ssr: boolean): InlineConfig {
  const [folder = '', name = ''] = file.split('/')
  return {
    root,
    configFile: false,
    logLevel: 'warn',
    ...(ssr && { ssr: { noExternal: true, external } }),
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: ssr ? 'node20' : 'chrome130',
      minify: true,
      sourcemap: true,
      license: { fileName: `${name}.license.json` },
      ...(ssr
        ? { ssr: join(root, entry) }
        : { lib: { entry: join(root, entry), formats: ['cjs'], fileName: () => name } }),
      rolldownOptions: {
        external: ssr ? external : ['electron'],
        output: { format: 'cjs', entryFileNames: name, codeSplitting: false },
      },
    },
  }
}

/**
 * Preact in place of React, for a page that is open beside everything else: a sixth of the size, and
 * its API is the same.
 */
const withPreact: readonly Alias[] = [
  { find: /^react$/, replacement: 'preact/compat' },
  { find: /^react-dom$/, replacement: 'preact/compat' },
  { find: 'react-dom/client', replacement: 'preact/compat/client' },
  { find: 'react/jsx-runtime', replacement: 'preact/jsx-runtime' },
]

/** The texts of a page: all of them in its language, or none if it has no interface. */
const textSource = {
  find: './text-source',
  replacement: join(root, 'common', 'text', 'page-source.ts'),
}
const errorSource = {
  find: './text-source',
  replacement: join(root, 'common', 'text', 'error-source.ts'),
}

/** A page with its own origin: app://<role>/ serves dist/renderer/<role>/. */
function page(
  role: string,
  plugins: PluginOption[] = [],
  alias: readonly Alias[] = [],
): InlineConfig {
  const folder = join(root, 'renderer', role)
  return {
    root: folder,
    base: './',
    configFile: false,
    logLevel: 'warn',
    plugins,
    resolve: { alias: [...alias] },
    worker: { format: 'es' },
    build: {
      outDir: join('renderer', role),
      emptyOutDir: true,
      target: 'chrome130',
      sourcemap: true,
      license: { fileName: 'license.json' },
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 2000,
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: { index: join(folder, 'index.html') },
        output: { entryFileNames: 'assets/[name]-[hash].js' },
      },
    },
  }
}

/** A part of the build, and what must restart or reload when it changes. */
export interface BuildPart {
  readonly runsIn: 'main' | 'window' | 'captions'
  readonly config: InlineConfig
}

/** The parts of the build into `dist`. Each call returns new configurations. */
export function buildParts(dist: string): readonly BuildPart[] {
  const into = (part: InlineConfig): InlineConfig => ({
    ...part,
    build: { ...part.build, outDir: join(dist, part.build?.outDir ?? '') },
  })
  // The hidden pages belong to main, which does not expect them to reload.
  const main = [
    bundle('main/start.ts', 'main/start.cjs', true),
    bundle('main/app.ts', 'main/app.cjs', true),
    bundle('main/local-engine/process.ts', 'main/engine-process.cjs', true),
    bundle('main/system-sound/process.ts', 'main/sound-process.cjs', true),
    bundle('main/system-sound/thread.ts', 'main/sound-thread.cjs', true),
    bundle('main/library/thread/thread.ts', 'main/library-thread.cjs', true),
    bundle('main/redaction/thread.ts', 'main/redaction-thread.cjs', true),
    bundle('main/calendar/thread.ts', 'main/calendar-thread.cjs', true),
    bundle('main/exports/thread.ts', 'main/export-thread.cjs', true),
    bundle('main/models/thread.ts', 'main/model-thread.cjs', true),
    bundle('main/echo/thread.ts', 'main/echo-thread.cjs', true),
    bundle('preload/bridge.ts', 'preload/bridge.cjs', false),
    page('recorder', [], [errorSource]),
    page('importer', [], [errorSource]),
  ]
  const texts = textScripts.map(textScript)
  return [
    ...texts.map((config) => ({ runsIn: 'main', config: into(config) }) as const),
    ...main.map((config) => ({ runsIn: 'main', config: into(config) }) as const),
    { runsIn: 'window', config: into(page('window', [react(), markdownPlugin()], [textSource])) },
    { runsIn: 'captions', config: into(page('captions', [react()], [textSource, ...withPreact])) },
  ]
}

/** Bundles main, its helper process and threads, the preload and the pages into `dist`. */
export async function buildBundles(dist: string): Promise<void> {
  // Vite keeps a value that is set, and React would then be bundled in its form for development.
  process.env['NODE_ENV'] = 'production'
  await rm(dist, { recursive: true, force: true })
  const parts = buildParts(dist)
  // Each build listens for signals until the process ends, and Node warns of more than ten.
  process.setMaxListeners(process.getMaxListeners() + parts.length)
  for (const { config } of parts) await viteBuild(config)
}

/** Builds everything and prints the size of each bundle. Throws if a part does not build. */
export async function build(): Promise<void> {
  const dist = join(root, 'dist')
  await buildBundles(dist)
  say(bundleTable(await measureBundles(dist)))
  const notices = await collectNotices(root)
  await mkdir(join(root, 'dist', 'notices'))
  await writeFile(join(root, 'dist', 'notices', 'notices.json'), JSON.stringify(notices))
  await writeFile(join(root, 'dist', 'notices', 'THIRD-PARTY-NOTICES.txt'), noticesText(notices))
  await cp(join(root, 'build', 'model-licences'), join(root, 'dist', 'model-licences'), {
    recursive: true,
  })
  await mkdir(join(root, 'dist', 'icons'), { recursive: true })
  for (const [size, name] of [
    ['256x256', 'window'],
    ['32x32', 'tray'],
  ] as const) {
    await copyFile(
      join(root, 'build', 'icons', `${size}.png`),
      join(root, 'dist', 'icons', `${name}.png`),
    )
  }
}
