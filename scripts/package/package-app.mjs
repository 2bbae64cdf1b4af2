import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { run } from '../setup/run.mjs'
import { say, SetupError } from '../setup/say.mjs'
import { createSbom } from './sbom.mjs'

/** The names of electron-builder and the lock file for the systems that Parley is packaged for. */
export const systems = {
  linux: { flag: '--linux', archs: ['x64', 'arm64'] },
  darwin: { flag: '--mac', archs: ['x64', 'arm64'] },
  win32: { flag: '--win', archs: ['x64'] },
}

/**
 * What electron-builder is started with. `electron` is { executable, version, origin }: the stand-in
 * from the registry is packed into a folder only, since nothing that ships may depend on it.
 * @param {{ platform: string, targets: string[], archs: string[], electron: any, output: string }} wanted
 * @returns {string[]}
 */
export function builderArguments({ platform, targets, archs, electron, output }) {
  const standIn = electron.origin === 'registry'
  if (standIn && (targets.length !== 1 || targets[0] !== 'dir')) {
    throw new SetupError(
      'Only a folder can be packaged here (--target dir): the official Electron could not be fetched, and its stand-in does not ship.',
    )
  }
  return [
    systems[platform].flag,
    ...targets,
    ...archs.map((arch) => `--${arch}`),
    '--publish=never',
    `-c.directories.output=${output}`,
    ...(standIn
      ? [
          `-c.electronDist=${dirname(electron.executable)}`,
          `-c.electronVersion=${electron.version}`,
        ]
      : []),
  ]
}

/**
 * Packages the app for this system, from a built project. Answers the folder with what was made,
 * beside it SHA256SUMS and the bill of materials.
 */
export async function packageApp({
  root,
  targets,
  archs,
  electron,
  models,
  output,
  platform = process.platform,
}) {
  say(`Packaging (${targets.join(', ') || 'all targets'}) …`)
  await rm(output, { recursive: true, force: true })
  const args = builderArguments({ platform, targets, archs, electron, output })
  // electron-builder takes an absolute path for one inside the project.
  const env = { ...process.env, PARLEY_MODELS: relative(root, models).split(sep).join('/') }
  const { code, output: said } = await run(
    process.execPath,
    [join(root, 'node_modules', 'electron-builder', 'cli.js'), ...args],
    { cwd: root, env, keep: 100_000 },
  )
  if (code !== 0) throw new SetupError(`electron-builder failed.\n${said.trim()}`)
  await dropLoader(output)
  await rm(join(output, 'builder-debug.yml'), { force: true })
  const notices = JSON.parse(await readFile(join(root, 'dist', 'notices', 'notices.json'), 'utf8'))
  const bom = await createSbom({ root, notices, electronVersion: electron.version })
  await writeFile(join(output, 'sbom.cdx.json'), JSON.stringify(bom, null, 2))
  await writeFile(join(output, 'SHA256SUMS'), await checksums(output))
  return output
}

/** The stand-in brings a loader for unpackaged runs, which has no place in a package. */
async function dropLoader(output) {
  for (const name of await readdir(output)) {
    const loader = join(output, name, 'resources', 'app')
    if (existsSync(loader)) await rm(loader, { recursive: true })
  }
}

/** As `sha256sum` writes them: of each file at the top, which is what people download. */
async function checksums(folder) {
  const lines = []
  for (const name of (await readdir(folder)).sort()) {
    const file = join(folder, name)
    if (name === 'SHA256SUMS' || !(await stat(file)).isFile()) continue
    const hash = createHash('sha256')
    await pipeline(createReadStream(file), hash)
    lines.push(`${hash.digest('hex')}  ${name}\n`)
  }
  return lines.join('')
}
