import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { run, runNpm } from './run.mjs'
import { megabytes, SetupError } from './say.mjs'

const project = resolve(import.meta.dirname, '..', '..')
const stillFetchingMs = 15_000

/**
 * Fetches the tarball of one version of a package with `npm pack`, so that npm's own configuration
 * says from where, and answers the path of the file. Nothing of it is installed or run.
 * `integrity` is the pinned `sha512-…`; a file that differs is refused, whoever sent it.
 * A tarball that is in the cache already is checked and used.
 */
export async function ensurePack({ name, version, integrity, cacheDir, log }) {
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
        `${name} ${version} is not what it should be: its sha512 is ${found}, pinned is ${integrity}. It was not used.`,
      )
    }
    log(`Fetched ${name} ${version} (${megabytes((await stat(fetched)).size)}), checked.`)
    await rename(fetched, file)
    return file
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
}

async function npmPack(spec, folder, log) {
  log(`Fetching ${spec} from the npm registry (once) …`)
  const started = Date.now()
  const timer = setInterval(
    () => log(`… still fetching ${spec}, ${Math.round((Date.now() - started) / 1000)} s.`),
    stillFetchingMs,
  )
  // The project's own .npmrc counts too, hence its folder.
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
 * Takes the named members (`package/…`) of a .tgz out into `folder`, at their own paths.
 * The system's tar does it: Linux, macOS and Windows 10 and later have one. They belong to whoever
 * runs this, not to whom the archive says.
 */
export async function extractMembers(tarball, members, folder) {
  await mkdir(folder, { recursive: true })
  const { code, output } = await run(
    'tar',
    ['-xzf', tarball, '-C', folder, '--no-same-owner', ...members],
    {
      // Git for Windows brings a tar that takes "C:" for a host; the system's own does not.
      env: process.platform === 'win32' ? windowsTar() : process.env,
    },
  )
  if (code !== 0) throw new SetupError(`tar could not unpack ${tarball}: ${output.trim()}`)
}

function windowsTar() {
  const system = join(process.env.SystemRoot ?? 'C:\\Windows', 'System32')
  return { ...process.env, PATH: `${system};${process.env.PATH ?? ''}` }
}

async function sha512(file) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  return `sha512-${hash.digest('base64')}`
}

function exists(path) {
  return stat(path).then(
    () => true,
    () => false,
  )
}
