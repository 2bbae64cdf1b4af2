import { join, resolve } from 'node:path'
import { build, mergeConfig, type InlineConfig } from 'vite'
import { buildParts, type BuildPart } from '../build'
import { buildVendor, withoutVendor } from './vendor'

const root = resolve(import.meta.dirname, '..', '..')

/** What a developer sees of a build. */
export interface WatchEvents {
  readonly built: (runsIn: BuildPart['runsIn']) => void
  readonly failed: (message: string) => void
}

/** Builds every part, and builds a part again when its source changes. Resolves after the first builds. */
export async function watchParts(events: WatchEvents): Promise<void> {
  // As in scripts/build.ts; both must take React in the same form.
  process.env['NODE_ENV'] = 'production'
  for (const { runsIn, config } of buildParts(join(root, 'dist'))) {
    const isPage = runsIn !== 'main'
    if (isPage) await buildVendor(join(root, 'dist', 'renderer', runsIn))
    await watch(isPage ? pageConfig(config) : watchConfig(config), {
      ...events,
      built: () => events.built(runsIn),
    })
  }
}

function watchConfig(config: InlineConfig): InlineConfig {
  const quick = { emptyOutDir: false, minify: false, reportCompressedSize: false, license: false }
  return mergeConfig(config, { build: { ...quick, watch: { buildDelay: 20 } } })
}

function pageConfig(config: InlineConfig): InlineConfig {
  return mergeConfig(watchConfig(config), {
    plugins: [withoutVendor()],
    // Modules of CSS are most of the work of PostCSS, which takes 0.2 s for each build.
    css: { transformer: 'lightningcss', lightningcss: { targets: { chrome: 130 << 16 } } },
    build: {
      cssMinify: false,
      // They take a third of the time of a build, and the bundle reads like the source.
      sourcemap: false,
      rollupOptions: { output: { assetFileNames: 'assets/[name][extname]' } },
    },
  })
}

async function watch(
  config: InlineConfig,
  { built, failed }: { readonly built: () => void; readonly failed: WatchEvents['failed'] },
): Promise<void> {
  const watcher = await build(config)
  if (!('on' in watcher)) throw new Error('Vite did not watch.')
  await new Promise<void>((resolve) => {
    let isFirst = true
    watcher.on('event', (event) => {
      if (event.code === 'BUNDLE_END') void event.result.close()
      if (event.code === 'ERROR') failed(event.error.message)
      if (event.code !== 'END') return
      if (!isFirst) built()
      isFirst = false
      resolve()
    })
  })
}
