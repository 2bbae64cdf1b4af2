import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resolvePagePath } from '../../../main/boundary/page-path'

const root = join('/', 'app', 'dist', 'renderer')

describe('files behind app://', () => {
  it('are those of the page’s own role', () => {
    expect(resolvePagePath('app://window/index.html', root)).toBe(join(root, 'window/index.html'))
    expect(resolvePagePath('app://recorder/assets/worker.js', root)).toBe(
      join(root, 'recorder/assets/worker.js'),
    )
  })

  it.each([
    'app://window/',
    'app://window/..%2f..%2fmain%2fapp.js',
    'app://window/%00index.html',
    'app://window/%zz.html',
    'app://window/index.html.map',
    'app://elsewhere/index.html',
    'app://window/.env',
  ])('cannot be reached by %s', (address) => {
    expect(resolvePagePath(address, root)).toBeNull()
  })

  it('never leave the folder of the role, whatever the path', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('.', '/', '\\', '%2e', '%2f', '%5c', 'a') }),
        (path) => {
          const file = resolvePagePath(`app://window/${path}.js`, root)
          expect(file === null || file.startsWith(join(root, 'window') + '/')).toBe(true)
        },
      ),
    )
  })
})
