import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
  readonly env?: Readonly<Record<string, string>>
}
interface Job {
  readonly 'runs-on': string
  readonly 'timeout-minutes'?: number
  readonly permissions?: Readonly<Record<string, string>>
  readonly needs?: string
  readonly strategy?: { readonly matrix: { readonly include?: readonly { readonly os: string }[] } }
  readonly steps: readonly Step[]
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>
  readonly permissions: object
  readonly jobs: Readonly<Record<string, Job>>
}

const folder = resolve(import.meta.dirname, '..', '..', '.github', 'workflows')
// electron-builder brings it, and reads its own configuration with it.
const { load } = createRequire(import.meta.url)('js-yaml') as { load(text: string): Workflow }
const read = (name: string) => load(readFileSync(resolve(folder, name), 'utf8'))
const runs = (job: Job | undefined) => job?.steps.map(({ run }) => run ?? '').join('\n') ?? ''

describe.each(readdirSync(folder))('the workflow %s', (name) => {
  const { on, permissions, jobs } = read(name)
  const steps = Object.values(jobs).flatMap((job) => job.steps)

  it('pins every action by its commit, and names its version', () => {
    const text = readFileSync(resolve(folder, name), 'utf8')
    for (const { uses } of steps) {
      if (uses === undefined) continue
      expect(uses).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/)
      expect(text).toMatch(new RegExp(`${uses} # v\\d+\\.\\d+\\.\\d+\n`))
    }
  })

  it('has only the permissions of each job', () => {
    expect(permissions).toEqual({})
    for (const [id, job] of Object.entries(jobs)) {
      const rights = Object.entries(job.permissions ?? {})
      const writes = rights.filter(([, right]) => right === 'write').map(([what]) => what)
      expect(writes, id).toEqual(id === 'draft' ? ['contents', 'id-token', 'attestations'] : [])
      expect(job['timeout-minutes'], id).toBeGreaterThan(0)
    }
    // Code of a stranger's pull request never runs with the rights or the secrets of the project.
    expect(Object.keys(on)).not.toContain('pull_request_target')
    expect(Object.keys(on)).not.toContain('workflow_run')
  })

  it('keeps no credentials and runs no scripts of packages', () => {
    for (const { uses, with: given, run } of steps) {
      if (uses?.startsWith('actions/checkout@') === true) {
        expect(given).toMatchObject({ 'persist-credentials': false })
      }
      for (const line of run?.split('\n') ?? []) {
        if (/\bnpm (ci|install)\b/.test(line)) expect(line).toContain('--ignore-scripts')
        // The name of a tag or a branch is never part of a script.
        expect(line).not.toMatch(/\$\{\{/)
      }
    }
  })
})

describe('a release', () => {
  const { on, jobs } = read('release.yml')
  const { build, draft } = jobs

  it('starts with a tag, and is built on each system', () => {
    expect(on).toEqual({ push: { tags: ['v*'] } })
    const systems = build?.strategy?.matrix.include?.map(({ os }) => os.split('-')[0])
    expect(systems).toEqual(['ubuntu', 'macos', 'windows'])
  })

  it('is audited, packaged and signed, and its tests run the package', () => {
    const all = runs(build)
    const order = ['npm ci', 'npm run audit', 'npm run package', 'npm test']
    const places = order.map((command) => all.indexOf(command))
    expect(places).not.toContain(-1)
    expect(places).toEqual([...places].sort((a, b) => a - b))
    const signing = build?.steps.find(({ run }) => run === 'npm run package')?.env ?? {}
    expect(Object.keys(signing)).toEqual(
      expect.arrayContaining(['CSC_LINK', 'CSC_KEY_PASSWORD', 'APPLE_API_KEY']),
    )
    for (const { env, run } of build?.steps ?? []) {
      if (run !== 'npm run package') expect(JSON.stringify(env ?? {})).not.toContain('secrets.')
    }
  })

  it('is a draft with checksums and a bill of materials, which a person publishes', () => {
    expect(draft?.needs).toBe('build')
    const all = runs(draft)
    expect(all).toContain('sha256sum')
    expect(all).toMatch(/minisign -S -l .*SHA256SUMS/)
    expect(all).toContain('gpg --batch --armor --detach-sign')
    const uses = draft?.steps.map((step) => step.uses ?? '').join(' ')
    expect(uses).toContain('actions/attest-build-provenance@')
    // What is attested and drafted is what was signed.
    const order = ['detach-sign', 'sha256sum', 'minisign -S', 'minisign -V', 'gh release create']
    const places = order.map((step) => all.indexOf(step))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(all).toContain('sbom')
    expect(all).toMatch(/gh release create .*--draft/)
  })
})
