import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }

const root = resolve(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'docs/architecture.md',
  'docs/formats.md',
  'docs/install.md',
  'docs/measurements.md',
]

/** The folders that a page names in the first column of its tables, as `main/keys/`. */
function listedFolders(page: string): string[] {
  return [...page.matchAll(/^\| `([a-z-]+\/(?:[a-z-]+\/)*)` \|/gm)].map(([, name = '']) => name)
}

function foldersIn(path: string): string[] {
  return readdirSync(join(root, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${path}/${name}/`)
}

describe('the pages for newcomers', () => {
  it('list each folder of the tree, and no other', () => {
    const listed = listedFolders(read('docs/architecture.md'))
    for (const folder of listed) expect(existsSync(join(root, folder)), folder).toBe(true)
    const wanted = ['common', 'main', 'renderer', 'renderer/window'].flatMap(foldersIn)
    expect(wanted.filter((folder) => !listed.includes(folder))).toEqual([])
  })

  it.each(pages)('%s names commands and files that exist', (name) => {
    const page = read(name)
    const commands = [...page.matchAll(/`npm run ([a-z0-9-]+)/g)].map(([, command = '']) => command)
    expect(commands.filter((command) => !(command in manifest.scripts))).toEqual([])
    const folder = name.includes('/') ? join(root, name, '..') : root
    const links = [...page.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link = '']) => link)
    expect(links.filter((link) => !existsSync(join(folder, link)))).toEqual([])
    const files = [
      ...page.matchAll(
        /`((?:common|main|preload|renderer|test|scripts|build|docs)\/[^`\s]*\.[a-z]+)`/g,
      ),
    ]
    expect(
      files.map(([, file = '']) => file).filter((file) => !existsSync(join(root, file))),
    ).toEqual([])
  })

  it('keep the README short enough to be read', () => {
    expect(read('README.md').split('\n').length).toBeLessThanOrEqual(101)
  })
})
