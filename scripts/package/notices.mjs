import { existsSync } from 'node:fs'
import { readFile, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isMusl } from './natives.mjs'

/** Texts of those whose packages bring none, and of what is no package. */
const folder = join('build', 'licences')
/** By SPDX name: the texts that are the same for everyone. */
const commonTexts = { 'Apache-2.0': 'apache-2.0.txt' }
/** By name: the text of a bundled package that names its licence and brings no text. */
const namedTexts = { 'lazy-val': 'lazy-val.txt' }
/** Dependencies that are needed to build an add-on and are left out of the package. */
const notShipped = new Set(['node-addon-api'])

/**
 * All third-party software that ships, by name: what Vite bundled (from the lists that it left in
 * `dist`, which are taken away), the packages with native files, and the speech models.
 * Answers [{ name, version, licence, text }]; throws where a text is missing.
 */
export async function collectNotices(root) {
  const found = [...(await bundled(root)), ...(await installed(root)), ...(await others(root))]
  const byName = new Map(found.map((notice) => [`${notice.name}@${notice.version}`, notice]))
  const notices = [...byName.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'))
  const bare = notices.filter(({ licence, text }) => !licence || !text)
  if (bare.length > 0) {
    throw new Error(`No licence or no text: ${bare.map(({ name }) => name).join(', ')}`)
  }
  return notices
}

/** The notices as one plain text, for the package. */
export function noticesText(notices) {
  const rule = '-'.repeat(72)
  const parts = notices.map(
    ({ name, version, licence, text }) => `${name} ${version} (${licence})\n\n${text}`,
  )
  return `Parley contains the software below. Electron and Chromium have files of their own.\n\n${parts.join(`\n\n${rule}\n\n`)}\n`
}

async function bundled(root) {
  const dist = join(root, 'dist')
  const files = (await readdir(dist, { recursive: true })).filter((name) =>
    name.endsWith('license.json'),
  )
  const lists = []
  for (const name of files) {
    const file = join(dist, name)
    lists.push(...JSON.parse(await readFile(file, 'utf8')))
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

/** The production packages of the lock file that are here, each with its own text or the common one. */
async function installed(root) {
  const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'))
  const shipped = Object.entries(lock.packages).filter(
    ([path, { dev }]) =>
      path !== '' && !dev && !isMusl(path) && !notShipped.has(path.replace('node_modules/', '')),
  )
  const notices = []
  for (const [path] of shipped) {
    const at = join(root, path)
    if (!existsSync(join(at, 'package.json'))) continue
    const {
      name,
      version,
      license: licence,
    } = JSON.parse(await readFile(join(at, 'package.json'), 'utf8'))
    notices.push({ name, version, licence, text: await textOf(root, at, licence) })
  }
  return notices
}

async function textOf(root, at, licence) {
  const own = (await readdir(at)).find((name) => /^licen[cs]e(\.|$)/i.test(name))
  if (own) return (await readFile(join(at, own), 'utf8')).trim()
  const common = commonTexts[licence]
  if (common) return (await readFile(join(root, folder, common), 'utf8')).trim()
  // The native halves of libsql come without the text that stands in libsql itself.
  if (at.includes(join('@libsql', '')))
    return textOf(root, join(root, 'node_modules', 'libsql'), licence)
  return null
}

async function others(root) {
  const list = JSON.parse(await readFile(join(root, folder, 'others.json'), 'utf8'))
  return Promise.all(
    list.map(async ({ file, ...notice }) => ({
      ...notice,
      text: (await readFile(join(root, folder, file), 'utf8')).trim(),
    })),
  )
}
