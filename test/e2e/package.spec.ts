import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { extractFile, listPackage, statFile } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { product } from '../../common/product'
import { mainMessages } from '../../common/text'
import { expect, test } from './fixtures'
import { filesBelow } from './recording'

const packaged = process.env.PARLEY_PACKAGED ?? ''
const bare = process.env.PARLEY_BARE_ELECTRON ?? ''
/** How much the package may add to Electron without the speech models, in bytes. */
const limit = 25_000_000
/** How Electron stores a fuse that is on. */
const enabled = '1'.charCodeAt(0)

test.skip(!packaged, 'The app of this session is not a packaged one.')
test.skip(process.platform !== 'linux', 'The paths below are those of the package for Linux.')

test('every fuse has its intended value', async () => {
  const wire = await getCurrentFuseWire(join(packaged, 'parley'))
  const state = (fuse: FuseV1Options) => Number(wire[fuse]) === enabled
  expect({
    runAsNode: state(FuseV1Options.RunAsNode),
    cookieEncryption: state(FuseV1Options.EnableCookieEncryption),
    nodeOptions: state(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    inspect: state(FuseV1Options.EnableNodeCliInspectArguments),
    integrity: state(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
    onlyAsar: state(FuseV1Options.OnlyLoadAppFromAsar),
    ownSnapshot: state(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
    fileProtocol: state(FuseV1Options.GrantFileProtocolExtraPrivileges),
  }).toEqual({
    runAsNode: false,
    cookieEncryption: true,
    nodeOptions: false,
    inspect: false,
    integrity: true,
    onlyAsar: true,
    ownSnapshot: false,
    fileProtocol: false,
  })
})

test('the package contains the build, its production packages, and only the native files of this system', () => {
  const archive = join(packaged, 'resources', 'app.asar')
  const files = listPackage(archive, { isPack: false })
    .map((path) => path.replace(/^\//, ''))
    .filter((path) => !('files' in statFile(archive, path)))
  const outside = files.filter(
    (path) => !/^(dist\/|node_modules\/|package\.json$)/.test(path) || path.endsWith('.map'),
  )
  expect(outside).toEqual([])
  const modules = new Set(
    files.flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []),
  )
  const arch = process.arch
  expect([...modules].sort()).toEqual([
    `@libsql/linux-${arch}-gnu`,
    '@neon-rs/load',
    'detect-libc',
    'keytar',
    'libsql',
    `sherpa-onnx-linux-${arch}`,
    'sherpa-onnx-node',
  ])
  const unpacked = `${archive}.unpacked`
  const natives = filesBelow(unpacked)
    .map((path) => path.slice(unpacked.length + 1))
    .filter((path) => /\.(node|so)(\.|$)/.test(path))
  expect(natives.sort()).toEqual(
    [
      `node_modules/@libsql/linux-${arch}-gnu/index.node`,
      `node_modules/keytar/prebuilds/linux-${arch}/keytar.node`,
      ...['libonnxruntime.so', 'libsherpa-onnx-c-api.so', 'libsherpa-onnx-cxx-api.so'].map(
        (name) => `node_modules/sherpa-onnx-linux-${arch}/${name}`,
      ),
      `node_modules/sherpa-onnx-linux-${arch}/sherpa-onnx.node`,
    ].sort(),
  )
  const updates = product.updates === '' ? [] : ['app-update.yml']
  expect(readdirSync(join(packaged, 'resources')).sort()).toEqual([
    'THIRD-PARTY-NOTICES.txt',
    ...updates,
    'app.asar',
    'app.asar.unpacked',
    'models',
  ])
})

test('deb and rpm require their libraries and install the app in the usual places', async ({}, info) => {
  const said = info.outputPath('fpm.txt')
  const recorder = info.outputPath('fpm')
  // Replaces fpm: records its arguments, and creates an empty package.
  writeFileSync(
    recorder,
    `#!/bin/sh
for each in "$@"; do
  printf '%s\\n' "$each" >> '${said}'
  if [ "$last" = --package ]; then : > "$each"; fi
  last="$each"
done
`,
    { mode: 0o755 },
  )
  const { version } = JSON.parse(
    extractFile(join(packaged, 'resources', 'app.asar'), 'package.json').toString(),
  ) as { version: string }
  const homepage = 'https://example.org/'
  // The content of the folder does not matter here, and electron-builder writes to it.
  const app = info.outputPath('app')
  mkdirSync(join(app, 'resources'), { recursive: true })
  const output = info.outputPath('made')
  const args = ['--linux', 'deb', 'rpm', '--prepackaged', app, '--publish=never']
  await promisify(execFile)(
    process.execPath,
    [
      ...['node_modules/electron-builder/cli.js', ...args, `-c.directories.output=${output}`],
      `-c.extraMetadata.homepage=${homepage}`,
    ],
    { env: { ...process.env, CUSTOM_FPM_PATH: recorder, PARLEY_MODELS: '.' } },
  )
  const asked = readFileSync(said, 'utf8').split('\n')
  for (const library of ['libsecret-1-0', '--depends=libgbm1', '--depends=libsecret', 'nss']) {
    expect(asked).toContain(library)
  }
  expect(asked).toContain(version)
  expect(asked).toContain(homepage)
  const places = asked.map((line) => line.split('=').at(-1))
  expect(places).toContain('/opt/Parley')
  expect(places).toContain('/usr/share/applications/parley.desktop')
  expect(places).toContain('/usr/share/icons/hicolor/256x256/apps/parley.png')
  expect(asked.join('\n')).not.toContain('no-sandbox')
})

test('the package adds little to Electron', () => {
  const models = bytes(join(packaged, 'resources', 'models'))
  const added = bytes(packaged) - models - bytes(bare)
  console.log(`package: ${mb(added)} over Electron, and ${mb(models)} of speech models`)
  expect(added).toBeLessThan(limit)
})

function bytes(folder: string): number {
  return filesBelow(folder).reduce((sum, path) => sum + statSync(path).size, 0)
}

/** Whether somebody listens at this port of 127.0.0.1. */
function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true))
    socket.on('connect', () => socket.destroy())
    socket.on('error', () => resolve(false))
  })
}

const debugPort = 43_217
const refused = [
  `--remote-debugging-port=${debugPort}`,
  '--remote-debugging-pipe',
  `--inspect=${debugPort}`,
  `--inspect-brk=${debugPort}`,
  '--service-url=http://127.0.0.1:9',
  '--update-url=http://127.0.0.1:9',
  '--models-dir=/tmp',
  '--host-resolver-rules=MAP * 127.0.0.1',
  '--proxy-server=127.0.0.1:9',
  '--proxy-pac-url=http://127.0.0.1:9/',
  '--js-flags=--allow-natives-syntax',
  '--load-extension=/tmp',
  '--renderer-cmd-prefix=/bin/true',
  '--ignore-certificate-errors',
  '--disable-web-security',
  '--enable-logging=file',
  '--log-net-log=/tmp/net.json',
  '--no-sandbox',
  '-remote-debugging-port=43217',
]

for (const argument of refused) {
  test(`the package refuses ${argument} before anything is opened`, async ({ folder }) => {
    const dataFolder = join(folder, 'data')
    const child = spawn(join(packaged, 'parley'), [argument, `--user-data-dir=${dataFolder}`])
    let said = ''
    child.stderr.on('data', (text: Buffer) => (said += text.toString()))
    let code: number | null | undefined
    child.on('exit', (exit) => (code = exit))
    let opened = false
    for (const until = performance.now() + 20_000; code === undefined;) {
      opened ||= await isOpen(debugPort)
      await new Promise((resolve) => setTimeout(resolve, 20))
      if (performance.now() > until) child.kill('SIGKILL')
    }
    expect({ code, opened }).toEqual({ code: 2, opened: false })
    expect(said).toContain(`${mainMessages.badSwitch} ${argument}`)
    // Neither the library nor the settings, nor the port's own file.
    const made = existsSync(dataFolder) ? readdirSync(dataFolder) : []
    const opening = ['library', 'settings.json', 'logs', 'DevToolsActivePort']
    expect(made.filter((name) => opening.includes(name))).toEqual([])
  })
}

test('the package starts with the switches that people need', async ({ folder }) => {
  const dataFolder = join(folder, 'data')
  const child = spawn(join(packaged, 'parley'), [
    ...['--lang=de', '--force-device-scale-factor=1.5', `--user-data-dir=${dataFolder}`],
  ])
  try {
    await expect.poll(() => existsSync(join(dataFolder, 'library')), { timeout: 20_000 }).toBe(true)
    expect(child.exitCode).toBeNull()
  } finally {
    // Its folder is removed after the test, so nothing may write there any more.
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
  }
})

const mb = (count: number): string => `${(count / 1e6).toFixed(1)} MB`
