// Builds main, its helper process and threads, the preload and the pages into dist/.
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises'
import { builtinModules } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { collectNotices, noticesText } from './package/notices.mjs'

const root = resolve(import.meta.dirname, '..')

/** Loaded from node_modules at run time: they carry native files. */
const natives = ['keytar', 'libsql', 'sherpa-onnx-node']
const external = [
  'electron',
  ...natives,
  ...builtinModules,
  ...builtinModules.map((m) => `node:${m}`),
]

/** One CommonJS file for Node or for a sandboxed preload, which can be nothing else. */
function bundle(entry, file, ssr) {
  return {
    root,
    configFile: false,
    logLevel: 'warn',
    ssr: ssr ? { noExternal: true, external } : undefined,
    build: {
      outDir: join(root, 'dist', file.split('/')[0]),
      emptyOutDir: false,
      target: ssr ? 'node20' : 'chrome130',
      minify: false,
      sourcemap: true,
      license: { fileName: `${file.split('/')[1]}.license.json` },
      ssr: ssr ? join(root, entry) : undefined,
      lib: ssr
        ? undefined
        : { entry: join(root, entry), formats: ['cjs'], fileName: () => file.split('/')[1] },
      rollupOptions: {
        external: ssr ? external : ['electron'],
        output: { format: 'cjs', entryFileNames: file.split('/')[1], codeSplitting: false },
      },
    },
  }
}

/** A page of its own origin: app://<role>/ serves dist/renderer/<role>/. */
function page(role, plugins = [], input = {}) {
  const folder = join(root, 'renderer', role)
  return {
    root: folder,
    base: './',
    configFile: false,
    logLevel: 'warn',
    plugins,
    build: {
      outDir: join(root, 'dist', 'renderer', role),
      emptyOutDir: true,
      target: 'chrome130',
      sourcemap: true,
      license: { fileName: 'license.json' },
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 2000,
      assetsInlineLimit: 0,
      rollupOptions: {
        input: { index: join(folder, 'index.html'), ...input },
        output: {
          entryFileNames: (chunk) =>
            chunk.name === 'worklet' ? 'worklet.js' : 'assets/[name]-[hash].js',
        },
      },
    },
  }
}

/** Builds everything; throws where a part does not build. */
export async function build() {
  const vite = await import('vite')
  const { default: react } = await import('@vitejs/plugin-react')
  await rm(join(root, 'dist'), { recursive: true, force: true })
  const parts = [
    bundle('main/app.ts', 'main/app.cjs', true),
    bundle('main/engine/process.ts', 'main/engine-process.cjs', true),
    bundle('main/library/search/thread.ts', 'main/search-thread.cjs', true),
    bundle('main/exports/thread.ts', 'main/export-thread.cjs', true),
    bundle('preload/bridge.ts', 'preload/bridge.cjs', false),
    page('recorder', [], { worklet: join(root, 'renderer/recorder/capture/worklet.ts') }),
    page('importer'),
    page('window', [react()]),
    page('captions', [react()]),
  ]
  for (const part of parts) await vite.build(part)
  const notices = await collectNotices(root)
  await mkdir(join(root, 'dist', 'notices'))
  await writeFile(join(root, 'dist', 'notices', 'notices.json'), JSON.stringify(notices))
  await writeFile(join(root, 'dist', 'notices', 'THIRD-PARTY-NOTICES.txt'), noticesText(notices))
  await mkdir(join(root, 'dist', 'icons'), { recursive: true })
  for (const [size, name] of [
    ['256x256', 'window'],
    ['32x32', 'tray'],
  ]) {
    await copyFile(
      join(root, 'build', 'icons', `${size}.png`),
      join(root, 'dist', 'icons', `${name}.png`),
    )
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await build()
