import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { run, runNpm } from './run-command.mjs'
import { megabytes, SetupError } from './log.mjs'

const project = resolve(import.meta.dirname, '..', '..')
const stillFetchingMs = 15_000

/** One pinned version of an npm package. */
export interface Pack {
  readonly name: string
  readonly version: string
  /** The pinned `sha512-…` of the tarball. */
  readonly integrity: string
}

export interface PackOptions {
  readonly cacheDir: string
  readonly log: (sentence: string) => void
}

/**
 * Fetches the tarball of a package with `npm pack`, so that npm's own configuration decides from
 * where, and returns the path of the file. Nothing in it is installed or run. A file with another
 * hash is refused. A tarball in the cache is checked and used.
 */
export async function ensurePack({
  name,
  version,
  integrity,
  cacheDir,
  log,
}: Pack & PackOptions): Promise<string> {
  const folder = join(cacheDir, 'packs')
  const file = join(folder, `${name.replace(/^@/, '').replace('/', '-')}-${version}.tgz`)
  await mkdir(folder, { recursive: true })
  if (await exists(file)) {
    if ((await sha512(file)) === integrity) return file
    log(`The cached copy of ${name} ${version} is damaged and is fetched again.`)
    await rm(file)
  }
  const temporary = await mkdtemp(join(folder, 'fetching-'))
  try {
    const fetched = await npmPack(`${name}@${version}`, temporary, log)
    const found = await sha512(fetched)
    if (found !== integrity) {
      throw new SetupError(
        `${name} ${version} was not used: its hash is ${found} and not the pinned ${integrity}.`,
      )
    }
    log(`Fetched ${name} ${version} (${megabytes((await stat(fetched)).size)}), checked.`)
    await rename(fetched, file)
    return file
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
}

async function npmPack(spec: string, folder: string, log: PackOptions['log']): Promise<string> {
  log(`Fetching ${spec} from the npm registry (once) …`)
  const started = Date.now()
  const timer = setInterval(
    () => log(`… still fetching ${spec}, ${Math.round((Date.now() - started) / 1000)} s.`),
    stillFetchingMs,
  )
  // It runs in the project's folder, so that the project's .npmrc counts too.
  const { code, output } = await runNpm(
    ['pack', spec, '--pack-destination', folder, '--ignore-scripts', '--loglevel=error'],
    { cwd: project },
  ).finally(() => clearInterval(timer))
  const tarball = (await readdir(folder)).find((entry) => entry.endsWith('.tgz'))
  if (code !== 0 || !tarball) {
    throw new SetupError(
      `npm could not fetch ${spec}. Check the network and npm's registry setting, then run the command again.\n${output.trim()}`,
    )
  }
  return join(folder, tarball)
}

/**
 * Extracts the named members (`package/…`) of a .tgz into `folder`, at their own paths, with the
 * system's tar (Linux, macOS and Windows 10 and later have one). The files belong to this user, and
 * not to the owner in the archive.
 */
export async function extractMembers(
  tarball: string,
  members: readonly string[],
  folder: string,
): Promise<void> {
  await mkdir(folder, { recursive: true })
  const { code, output } = await run(
    'tar',
    ['-xzf', tarball, '-C', folder, '--no-same-owner', ...members],
    {
      // The tar of Git for Windows reads "C:" as a host name; the system's tar does not.
      env: process.platform === 'win32' ? windowsTar() : process.env,
    },
  )
  if (code !== 0) throw new SetupError(`tar could not unpack ${tarball}: ${output.trim()}`)
}

function windowsTar() {
  const system = join(process.env.SystemRoot ?? 'C:\\Windows', 'System32')
  return { ...process.env, PATH: `${system};${process.env.PATH ?? ''}` }
}

async function sha512(file: string): Promise<string> {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  return `sha512-${hash.digest('base64')}`
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
