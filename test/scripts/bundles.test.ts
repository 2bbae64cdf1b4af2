import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildBundles } from '../../scripts/build'
import { bundleBudgets, measureBundles, type BundleSize } from '../../scripts/bundle-sizes'

describe('the bundles', () => {
  let folder = ''
  let sizes: readonly BundleSize[] = []

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parley-bundles-'))
    const dist = join(folder, 'dist')
    await buildBundles(dist)
    sizes = await measureBundles(dist)
  }, 240_000)
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it.each(Object.entries(bundleBudgets))('%s keeps its budget', (name, budget) => {
    const size = sizes.find((each) => each.name === name)
    expect(size?.gzipKb).toBeGreaterThan(0.5)
    expect(size?.gzipKb, 'gzip kB').toBeLessThanOrEqual(budget.gzip)
    expect(size?.rawKb, 'raw kB').toBeLessThanOrEqual(budget.raw ?? Infinity)
  })

  it('have zod in main only', () => {
    const withZod = sizes.filter(({ sources }) =>
      sources.some((source) => source.includes('node_modules/zod/')),
    )
    expect(withZod.map(({ name }) => name).filter((name) => !name.startsWith('main/'))).toEqual([])
    // The source maps do list what is bundled.
    expect(withZod.map(({ name }) => name)).toContain('main/app.cjs')
    for (const { name, sources } of sizes) expect(sources.length, name).toBeGreaterThan(1)
  })
})
