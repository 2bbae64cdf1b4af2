import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { product, type Product } from '../../common/product'
import type { Electron } from '../setup/installed-electron'
import { say, SetupError } from '../setup/log.mjs'
import { run } from '../setup/run-command.mjs'
import type { Notice } from './notices'
import { createSbom } from './sbom'

interface System {
  /** The option of electron-builder. */
  readonly flag: string
  /** The architectures that Parley is packaged for, as the lock file names them. */
  readonly archs: readonly string[]
}

const systems: Readonly<Partial<Record<NodeJS.Platform, System>>> = {
  linux: { flag: '--linux', archs: ['x64', 'arm64'] },
  darwin: { flag: '--mac', archs: ['x64', 'arm64'] },
  win32: { flag: '--win', archs: ['x64'] },
}

/** How Parley is packaged for a platform. Throws a SetupError if it is not. */
export function systemOf(platform: NodeJS.Platform): System {
  const system = systems[platform]
  if (!system) throw new SetupError(`Parley is not packaged for ${platform}.`)
  return system
}

interface Wanted {
  readonly platform: NodeJS.Platform
  /** Empty for all targets of electron-builder.yml. */
  readonly targets: readonly string[]
  readonly archs: readonly string[]
  readonly electron: Electron
  readonly output: string
}

/**
 * The arguments of electron-builder. Throws a SetupError if the Electron from the registry would
 * end up in anything but a folder, because nothing that ships may depend on it.
 */
export function builderArguments({
  platform,
  targets,
  archs,
  electron,
  output,
}: Wanted): readonly string[] {
  const isReplacement = electron.origin === 'registry'
  if (isReplacement && (targets.length !== 1 || targets[0] !== 'dir')) {
    throw new SetupError(
      'Only a folder can be packaged here (--target dir): the official Electron could not be fetched, and its replacement does not ship.',
    )
  }
  return [
    systemOf(platform).flag,
    ...targets,
    ...archs.map((arch) => `--${arch}`),
    '--publish=never',
    `-c.directories.output=${output}`,
    ...(isReplacement
      ? [
          `-c.electronDist=${dirname(electron.executable)}`,
          `-c.electronVersion=${electron.version}`,
        ]
      : []),
  ]
}

/**
 * The arguments that say who made this build and whether copies of it look for updates. Without a
 * certificate, packages for macOS and Windows say in their names that they are not signed, and never
 * look for updates. On Linux nothing is signed but the checksums, which the updater verifies.
 */
export function channelArguments(
  platform: NodeJS.Platform,
  { homepage, updates, releaseKey, contacts }: Product,
  hasCertificate: boolean,
): readonly string[] {
  const isSigned = platform === 'linux' || hasCertificate
  const mayUpdate = isSigned && updates !== '' && releaseKey !== ''
  const option = (name: string, value: string) => (value === '' ? [] : [`-c.${name}=${value}`])
  return [
    ...(platform !== 'linux' && hasCertificate ? ['-c.forceCodeSigning=true'] : []),
    ...(isSigned
      ? []
      : ['-c.artifactName=${productName}-${version}-${os}-${arch}-unsigned.${ext}']),
    ...(mayUpdate ? ['-c.publish.provider=generic', `-c.publish.url=${updates}`] : []),
    ...option('extraMetadata.homepage', homepage),
    ...option('linux.maintainer', contacts.maintainer && `Parley <${contacts.maintainer}>`),
  ]
}

/**
 * Packages the app of a built project for this system. Returns the folder with the packages, their
 * SHA256SUMS and the bill of materials.
 */
export async function packageApp({
  root,
  models,
  platform = process.platform,
  ...wanted
}: Omit<Wanted, 'platform'> & {
  readonly root: string
  readonly models: string
  readonly platform?: NodeJS.Platform
}): Promise<string> {
  const { targets, electron, output } = wanted
  say(`Packaging (${targets.join(', ') || 'all targets'}) …`)
  await rm(output, { recursive: true, force: true })
  const hasCertificate = (process.env['CSC_LINK'] ?? '') !== ''
  const args = [
    ...builderArguments({ platform, ...wanted }),
    ...channelArguments(platform, product, hasCertificate),
  ]
  // electron-builder reads an absolute path as one inside the project.
  const env = { ...process.env, PARLEY_MODELS: relative(root, models).split(sep).join('/') }
  const { code, output: printed } = await run(
    process.execPath,
    [join(root, 'node_modules', 'electron-builder', 'cli.js'), ...args],
    { cwd: root, env, keep: 100_000 },
  )
  if (code !== 0) throw new SetupError(`electron-builder failed.\n${printed.trim()}`)
  const hasUpdateAddress = args.some((argument) => argument.startsWith('-c.publish.url='))
  if (electron.origin === 'registry') await dropForeignFiles(output, hasUpdateAddress)
  await rm(join(output, 'builder-debug.yml'), { force: true })
  const notices = JSON.parse(
    await readFile(join(root, 'dist', 'notices', 'notices.json'), 'utf8'),
  ) as Notice[]
  const bom = await createSbom({ root, notices, electronVersion: electron.version })
  await writeFile(join(output, 'sbom.cdx.json'), JSON.stringify(bom, null, 2))
  await writeFile(join(output, 'SHA256SUMS'), await checksums(output))
  return output
}

/**
 * Removes what the registry's Electron contains and a package does not need: a loader for unpackaged
 * runs, and the update address of another app, unless the package has an address of its own.
 */
async function dropForeignFiles(output: string, hasUpdateAddress: boolean): Promise<void> {
  for (const entry of await readdir(output, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue
    const resources = join(output, entry.name, 'resources')
    await rm(join(resources, 'app'), { recursive: true, force: true })
    if (!hasUpdateAddress) await rm(join(resources, 'app-update.yml'), { force: true })
  }
}

/** The checksums of the files at the top of the folder, in the form of `sha256sum`. */
async function checksums(folder: string): Promise<string> {
  const lines: string[] = []
  for (const name of (await readdir(folder)).sort()) {
    const file = join(folder, name)
    if (name === 'SHA256SUMS' || !(await stat(file)).isFile()) continue
    const hash = createHash('sha256')
    await pipeline(createReadStream(file), hash)
    lines.push(`${hash.digest('hex')}  ${name}\n`)
  }
  return lines.join('')
}
