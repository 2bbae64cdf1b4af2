import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { product } from '../../common/product'

const root = resolve(import.meta.dirname, '..', '..')
const read = (name: string) => readFileSync(resolve(root, name), 'utf8')
const committed = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
  .split('\0')
  .filter((name) => /\.(ts|tsx|js|mjs|json|md|yml|html|css|c|sh|plist)$/.test(name))
  .filter((name) => existsSync(resolve(root, name)))

/** A name that looks like an address of the project, and is somebody else's. */
const invented = ['parley', 'app'].join('[.]')

describe('what the owner fills in', () => {
  it('is empty, or an address of its kind', () => {
    for (const address of [product.homepage, product.updates]) {
      expect(address).toMatch(/^(https:\/\/\S+)?$/)
    }
    expect(product.updates).toMatch(/^$|\/$/)
    expect(product.releaseKey).toMatch(/^$|^RW[\w+/]{54}$/)
    for (const mail of Object.values(product.contacts)) expect(mail).toMatch(/^$|^\S+@\S+$/)
  })

  it('is the only place for addresses of the project', () => {
    // The bundle of macOS has this name, and the app id and the keychain's entries are not changed.
    const address = new RegExp(`(https?://|@|\\bat )(\\w+[.])?${invented}\\b|updates[.]${invented}`)
    const found = committed.filter((name) => address.test(read(name)))
    expect(found).toEqual([])
    expect(read('electron-builder.yml')).toContain('appId: app.parley.desktop')
  })
})

describe('SECURITY.md', () => {
  const page = read('SECURITY.md')

  it('names files and folders that exist', () => {
    const named = [...page.matchAll(/`((?:test|main|docs|scripts|build)\/[\w./-]+)`/g)].map(
      ([, path = '']) => path,
    )
    expect(named.length).toBeGreaterThan(20)
    expect(named.filter((path) => !existsSync(resolve(root, path)))).toEqual([])
  })

  it('says how to report a weakness', () => {
    if (product.contacts.security === '') expect(page).toContain('private vulnerability reporting')
    else expect(page).toContain(product.contacts.security)
  })
})
