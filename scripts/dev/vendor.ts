import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { build, type Plugin } from 'vite'

const root = resolve(import.meta.dirname, '..', '..')
const prefix = 'vendor:'

/** A specifier that names a package, and no file. */
const packageName = /^[@a-z]/

/** React's JSX transform imports this one. */
const always = ['react/jsx-runtime']

/** The npm packages that the pages' source imports, without their style sheets. */
async function importedPackages(): Promise<readonly string[]> {
  const found = new Set(always)
  for (const folder of ['renderer', 'common']) {
    for (const name of await readdir(join(root, folder), { recursive: true })) {
      if (!/\.tsx?$/.test(name)) continue
      const text = await readFile(join(root, folder, name), 'utf8')
      for (const [, specifier = ''] of text.matchAll(/(?:from|import\() ?'([^'.][^']*)'/g)) {
        if (isVendor(specifier)) found.add(specifier)
      }
    }
  }
  return [...found]
}

function isVendor(specifier: string): boolean {
  return packageName.test(specifier) && !specifier.endsWith('.css') && !specifier.includes('font')
}

function fileOf(specifier: string): string {
  return `${specifier.replaceAll('/', '_')}.js`
}

/**
 * Bundles each npm package of the pages into `<folder>/vendor`, once, so that a change of the
 * pages' own source does not bundle React and the others again.
 */
export async function buildVendor(folder: string): Promise<void> {
  const packages = await importedPackages()
  await build({
    root,
    configFile: false,
    // Warnings about the packages' own code are of no use here.
    logLevel: 'error',
    plugins: [vendorEntries()],
    build: {
      outDir: join(folder, 'vendor'),
      emptyOutDir: true,
      target: 'chrome130',
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(packages.map((name) => [fileOf(name), `${prefix}${name}`])),
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: '[name]', chunkFileNames: 'chunk-[hash].js' },
      },
    },
  })
}

/** An entry for each package. Its exports are named one by one, because CommonJS does not say them. */
function vendorEntries(): Plugin {
  return {
    name: 'vendor-entries',
    resolveId: (source) => (source.startsWith(prefix) ? `\0${source}` : null),
    load: async (id) => {
      if (!id.startsWith(`\0${prefix}`)) return null
      const specifier = id.slice(prefix.length + 1)
      const names = Object.keys((await import(specifier)) as object)
      return `export { ${names.filter((name) => name !== 'module.exports').join(', ')} } from '${specifier}'`
    },
  }
}

/** Leaves the packages of `buildVendor` out of a page's own bundle. */
export function withoutVendor(): Plugin {
  return {
    name: 'without-vendor',
    enforce: 'pre',
    resolveId: {
      filter: { id: packageName },
      handler: (source, importer) =>
        importer !== undefined && isVendor(source)
          ? { id: `../vendor/${fileOf(source)}`, external: true }
          : null,
    },
  }
}
