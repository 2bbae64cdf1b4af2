import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'

/** The most that each bundle may weigh: gzip, and raw where that is given, in kB (1,000 bytes). */
export const bundleBudgets: Readonly<Record<string, { gzip: number; raw?: number }>> = {
  'main/start.cjs': { gzip: 6 },
  // A third of what D-Bus takes here is the XML of its introspection, which its library brings.
  // The stop words of 28 languages are 27 kB.
  'main/app.cjs': { gzip: 345 },
  'main/engine-process.cjs': { gzip: 92 },
  'main/sound-process.cjs': { gzip: 40 },
  'main/sound-thread.cjs': { gzip: 40 },
  // The rules of the calendar format, and what Windows calls the zones of the world.
  'main/calendar-thread.cjs': { gzip: 60 },
  'main/export-thread.cjs': { gzip: 118 },
  'main/library-thread.cjs': { gzip: 78 },
  'main/redaction-thread.cjs': { gzip: 82 },
  'main/model-thread.cjs': { gzip: 30 },
  'main/echo-thread.cjs': { gzip: 8 },
  'preload/bridge.cjs': { gzip: 8, raw: 20 },
  // The window and the captions load one of these beside their own code.
  'text/en.js': { gzip: 40 },
  'text/de.js': { gzip: 50 },
  'renderer/window': { gzip: 285 },
  'renderer/captions': { gzip: 20 },
  'renderer/recorder': { gzip: 30 },
  'renderer/importer': { gzip: 35 },
}

export interface BundleSize {
  /** The file, or the folder of a page, below dist. */
  readonly name: string
  readonly rawKb: number
  readonly gzipKb: number
  /** The source files in the bundle, relative to the project. */
  readonly sources: readonly string[]
}

/** Measures every bundle in `dist`: scripts and style sheets, without fonts, icons and source maps. */
export async function measureBundles(dist: string): Promise<BundleSize[]> {
  return Promise.all(Object.keys(bundleBudgets).map((name) => measure(dist, name)))
}

async function measure(dist: string, name: string): Promise<BundleSize> {
  const path = join(dist, name)
  const files = /\.c?js$/.test(name) ? [path] : await codeFiles(path)
  let rawBytes = 0
  let gzipBytes = 0
  const sources: string[] = []
  for (const file of files) {
    const code = await readFile(file)
    rawBytes += code.length
    gzipBytes += gzipSync(code).length
    if (!file.endsWith('.css')) sources.push(...(await sourcesOf(file, dist)))
  }
  return { name, rawKb: rawBytes / 1_000, gzipKb: gzipBytes / 1_000, sources }
}

async function codeFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true })
  return entries.filter((entry) => /\.(js|css)$/.test(entry)).map((entry) => join(folder, entry))
}

async function sourcesOf(file: string, dist: string): Promise<string[]> {
  const map = JSON.parse(await readFile(`${file}.map`, 'utf8')) as { sources: string[] }
  return map.sources.map((source) => relative(join(dist, '..'), join(file, '..', source)))
}

/** Returns the sizes as a table, with the budgets. */
export function bundleTable(sizes: readonly BundleSize[]): string {
  const kb = (value: number) => value.toFixed(1).padStart(9)
  const lines = sizes.map(
    ({ name, rawKb, gzipKb }) =>
      `${name.padEnd(26)}${kb(rawKb)}${kb(gzipKb)}${kb(bundleBudgets[name]?.gzip ?? 0)}`,
  )
  return [`${'bundle'.padEnd(26)}   raw kB  gzip kB   budget`, ...lines].join('\n')
}
