import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { build, type Rolldown } from 'vite'

const builtins = ['electron', ...builtinModules, ...builtinModules.map((name) => `node:${name}`)]

/**
 * Bundles a file (its path is relative to this folder) with everything that it imports, for Electron's
 * main and preloads, or for a page.
 */
export async function bundle(file: string, target: 'main' | 'page'): Promise<string> {
  const entry = join(import.meta.dirname, file)
  const isMain = target === 'main'
  const built = await build({
    configFile: false,
    logLevel: 'error',
    ...(isMain && { ssr: { noExternal: true, external: builtins } }),
    build: {
      write: false,
      minify: false,
      target: isMain ? 'node20' : 'chrome130',
      ...(isMain ? { ssr: entry } : {}),
      ...(!isMain && { lib: { entry, formats: ['iife'], name: 'soakPage' } }),
      rolldownOptions: isMain ? { external: builtins, output: { format: 'cjs' } } : {},
    },
  })
  const [first] = (Array.isArray(built) ? built : [built]) as Rolldown.RolldownOutput[]
  const chunk = first?.output[0]
  if (!chunk) throw new Error(`Nothing was built from ${file}`)
  return chunk.code
}
