import { existsSync } from 'node:fs'
import { readFile, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isMusl, readLock } from './natives'

/** Third-party software that ships. */
export interface Notice {
  readonly name: string
  readonly version: string
  /** The SPDX name. */
  readonly licence: string
  readonly text: string
}

/** A notice in which the licence or its text may still be missing. */
interface Draft {
  readonly name: string
  readonly version: string
  readonly licence: string | null | undefined
  readonly text: string | null | undefined
}

/** The licence texts of packages that bring none, and of data that is not in a package. */
const folder = join('build', 'licences')
/** Texts that are the same for every package, by SPDX name. */
const commonTexts: Readonly<Record<string, string>> = { 'Apache-2.0': 'apache-2.0.txt' }
/** Texts of bundled packages that name their licence but do not contain its text, by package. */
const namedTexts: Readonly<Record<string, string>> = {
  'lazy-val': 'lazy-val.txt',
  '@nodable/entities': 'nodable-entities.txt',
}
/** Dependencies that only build an add-on and are left out of the package. */
const notShipped = new Set(['node-addon-api'])

/**
 * All third-party software that ships, sorted by name: what Vite bundled (from the lists that it
 * left in `dist`, which are removed), the packages with native files, and the speech models.
 * Throws if a licence or its text is missing.
 */
export async function collectNotices(root: string): Promise<readonly Notice[]> {
  const found = [...(await bundled(root)), ...(await installed(root)), ...(await others(root))]
  const byName = new Map(found.map((notice) => [`${notice.name}@${notice.version}`, notice]))
  const drafts = [...byName.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'))
  const incomplete = drafts.filter(({ licence, text }) => !licence || !text)
  if (incomplete.length > 0) {
    throw new Error(`No licence or no text: ${incomplete.map(({ name }) => name).join(', ')}`)
  }
  return drafts.map(({ licence, text, ...rest }) => ({
    ...rest,
    licence: licence ?? '',
    text: text ?? '',
  }))
}

/** The notices as one plain text, for the package. */
export function noticesText(notices: readonly Notice[]): string {
  const rule = '-'.repeat(72)
  const parts = notices.map(
    ({ name, version, licence, text }) => `${name} ${version} (${licence})\n\n${text}`,
  )
  return `Parley contains the software below. Electron and Chromium have files of their own.\n\n${parts.join(`\n\n${rule}\n\n`)}\n`
}

interface BundledPackage {
  readonly name: string
  readonly version: string
  readonly identifier: string | null
  readonly text: string | null
}

async function bundled(root: string): Promise<readonly Draft[]> {
  const dist = join(root, 'dist')
  const files = (await readdir(dist, { recursive: true })).filter((name) =>
    name.endsWith('license.json'),
  )
  const lists: BundledPackage[] = []
  for (const name of files) {
    const file = join(dist, name)
    lists.push(...(JSON.parse(await readFile(file, 'utf8')) as BundledPackage[]))
    await rm(file)
  }
  return Promise.all(
    lists.map(async ({ name, version, identifier: licence, text }) => {
      const own = namedTexts[name]
      const full = !text && own ? await readFile(join(root, folder, own), 'utf8') : text
      return { name, version, licence, text: full?.trim() }
    }),
  )
}

/** The production packages of the lock file that are installed here. */
async function installed(root: string): Promise<readonly Draft[]> {
  const lock = await readLock(root)
  const shipped = Object.entries(lock.packages).filter(
    ([path, { dev }]) =>
      path !== '' && !dev && !isMusl(path) && !notShipped.has(path.replace('node_modules/', '')),
  )
  const notices: Draft[] = []
  for (const [path] of shipped) {
    const at = join(root, path)
    if (!existsSync(join(at, 'package.json'))) continue
    const {
      name,
      version,
      license: licence,
    } = JSON.parse(await readFile(join(at, 'package.json'), 'utf8')) as {
      readonly name: string
      readonly version: string
      readonly license: string
    }
    notices.push({ name, version, licence, text: await textOf(root, at, licence) })
  }
  return notices
}

/** The licence text of the package in the folder `at`: its own, or the common one. */
async function textOf(root: string, at: string, licence: string): Promise<string | null> {
  const own = (await readdir(at)).find((name) => /^licen[cs]e(\.|$)/i.test(name))
  if (own) return (await readFile(join(at, own), 'utf8')).trim()
  const common = commonTexts[licence]
  if (common) return (await readFile(join(root, folder, common), 'utf8')).trim()
  // The native packages of libsql do not contain the text, but libsql itself does.
  if (at.includes(join('@libsql', '')))
    return textOf(root, join(root, 'node_modules', 'libsql'), licence)
  return null
}

async function others(root: string): Promise<readonly Draft[]> {
  const list = JSON.parse(await readFile(join(root, folder, 'others.json'), 'utf8')) as {
    readonly name: string
    readonly version: string
    readonly licence: string
    readonly file: string
  }[]
  return Promise.all(
    list.map(async ({ file, ...notice }) => ({
      ...notice,
      text: (await readFile(join(root, folder, file), 'utf8')).trim(),
    })),
  )
}
