import { execFile } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { extractFile, listPackage, statFile } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { expect, test } from '@playwright/test'
import { filesBelow } from './recording'

const packaged = process.env.PARLEY_PACKAGED ?? ''
const bare = process.env.PARLEY_BARE_ELECTRON ?? ''
/** How much the package may add to Electron without the speech models, in bytes. */
const limit = 25_000_000
/** How Electron writes down a fuse that is on. */
const enabled = '1'.charCodeAt(0)

test.skip(!packaged, 'The app of this session is not a packaged one.')
test.skip(process.platform !== 'linux', 'The paths below are those of the package for Linux.')

test('every fuse is set as decided', async () => {
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

test('the package holds the build, its production packages, and the native files of this system alone', () => {
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
  expect(readdirSync(join(packaged, 'resources')).sort()).toEqual([
    'THIRD-PARTY-NOTICES.txt',
    'app-update.yml',
    'app.asar',
    'app.asar.unpacked',
    'models',
  ])
})

test('deb and rpm ask for their libraries and put the app where systems look for it', async ({}, info) => {
  const said = info.outputPath('fpm.txt')
  const recorder = info.outputPath('fpm')
  // In the place of fpm: writes down what it is asked for, and leaves an empty package.
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
  // What lies in the folder does not matter here, and electron-builder writes to it.
  const app = info.outputPath('app')
  mkdirSync(join(app, 'resources'), { recursive: true })
  const output = info.outputPath('made')
  const args = ['--linux', 'deb', 'rpm', '--prepackaged', app, '--publish=never']
  await promisify(execFile)(
    process.execPath,
    ['node_modules/electron-builder/cli.js', ...args, `-c.directories.output=${output}`],
    { env: { ...process.env, CUSTOM_FPM_PATH: recorder, PARLEY_MODELS: '.' } },
  )
  const asked = readFileSync(said, 'utf8').split('\n')
  for (const library of ['libsecret-1-0', '--depends=libgbm1', '--depends=libsecret', 'nss']) {
    expect(asked).toContain(library)
  }
  expect(asked).toContain(version)
  expect(asked).toContain('https://parley.app')
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

const mb = (count: number): string => `${(count / 1e6).toFixed(1)} MB`
