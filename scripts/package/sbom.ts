import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SetupError } from '../setup/log.mjs'
import { runNpm } from '../setup/run-command.mjs'
import type { Notice } from './notices'

/** A software bill of materials in the CycloneDX format, as far as it is read here. */
export interface Bom {
  readonly metadata: {
    readonly component: Omit<Component, 'version'> & { readonly version?: string }
  }
  readonly components: readonly Component[]
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[]
}

interface Component {
  readonly 'bom-ref': string
  readonly name: string
  readonly version: string
  readonly type?: string
  readonly purl?: string
  readonly licenses?: readonly { readonly license: { readonly id: string } }[]
}

interface Shipped {
  readonly name: string
  readonly version: string
  readonly notices: readonly Pick<Notice, 'name' | 'version' | 'licence'>[]
  readonly electronVersion: string
}

/**
 * The software bill of materials (CycloneDX, JSON) of what ships: npm's list of the lock file,
 * reduced to the packages in the notices, with Electron added.
 */
export async function createSbom({
  root,
  notices,
  electronVersion,
}: Pick<Shipped, 'notices' | 'electronVersion'> & { readonly root: string }): Promise<Bom> {
  const { code, output } = await runNpm(
    [
      ...['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only'],
      // npm counts the packages in the pages' bundles as development dependencies.
      ...['--include=dev', '--include=optional'],
    ],
    { cwd: root, keep: Infinity },
  )
  if (code !== 0) throw new SetupError(`npm could not list the dependencies.\n${output.trim()}`)
  const { name, version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Pick<
    Shipped,
    'name' | 'version'
  >
  return shippedBom(JSON.parse(output) as Bom, { name, version, notices, electronVersion })
}

/** A bill reduced to the packages in the notices, with the dependencies between them. */
export function shippedBom(bom: Bom, { name, version, notices, electronVersion }: Shipped): Bom {
  const shipped = new Set(notices.map((notice) => `${notice.name}@${notice.version}`))
  // npm takes a package's name from its folder, which is different for an alias; the purl is right.
  const components = bom.components.filter((one) => shipped.has(packageOf(one)))
  const refs = new Set(components.map((one) => one['bom-ref']))
  const listed = new Set(components.map(packageOf))
  const root = bom.metadata.component['bom-ref']
  return {
    ...bom,
    metadata: { ...bom.metadata, component: { ...bom.metadata.component, name, version } },
    components: [
      {
        'bom-ref': `electron@${electronVersion}`,
        type: 'framework',
        name: 'electron',
        version: electronVersion,
        purl: `pkg:npm/electron@${electronVersion}`,
        licenses: [{ license: { id: 'MIT' } }],
      },
      ...components,
      ...notices
        .filter((notice) => !listed.has(`${notice.name}@${notice.version}`))
        .map((notice) => ({
          'bom-ref': `${notice.name}@${notice.version}`,
          type: 'data',
          name: notice.name,
          version: notice.version,
          licenses: [{ license: { id: notice.licence } }],
        })),
    ],
    dependencies: bom.dependencies
      .filter(({ ref }) => ref === root || refs.has(ref))
      .map(({ ref, dependsOn = [] }) => ({
        ref,
        dependsOn: dependsOn.filter((one) => refs.has(one)),
      })),
  }
}

/** "name@version" of a component. */
function packageOf({ purl = '' }: Component): string {
  return decodeURIComponent(purl.replace(/^pkg:npm\//, '').replace(/\?.*$/, ''))
}
