import { join } from 'node:path'
import { readFile } from 'node:fs/promises'
import { runNpm } from '../setup/run.mjs'
import { SetupError } from '../setup/say.mjs'

/**
 * The software bill of materials (CycloneDX, JSON) of what ships: npm's list of the lock file, cut
 * down to what the notices name, and with Electron added.
 */
export async function createSbom({ root, notices, electronVersion }) {
  const { code, output } = await runNpm(
    [
      ...['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only'],
      // What the pages are bundled from is a development dependency to npm.
      ...['--include=dev', '--include=optional'],
    ],
    { cwd: root, keep: Infinity },
  )
  if (code !== 0) throw new SetupError(`npm could not list the dependencies.\n${output.trim()}`)
  const { name, version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  return shippedBom(JSON.parse(output), { name, version, notices, electronVersion })
}

/**
 * A bill cut down to the named packages, with their own dependencies only.
 * @typedef {{ name: string, version: string }} Component
 * @typedef {{ ref: string, dependsOn: string[] }} Dependency
 * @param {any} bom
 * @param {{ name: string, version: string, electronVersion: string, notices: readonly any[] }} shipped
 * @returns {{ metadata: { component: Component }, components: Component[], dependencies: Dependency[] }}
 */
export function shippedBom(bom, { name, version, notices, electronVersion }) {
  const shipped = new Set(notices.map((notice) => `${notice.name}@${notice.version}`))
  // npm names a package by its folder, which an alias makes another than its own name.
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

function packageOf({ purl }) {
  return decodeURIComponent(purl.replace(/^pkg:npm\//, '').replace(/\?.*$/, ''))
}
