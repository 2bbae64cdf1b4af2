import { readdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { expect, test } from '@playwright/test'
import { filesBelow } from './recording'

const packaged = process.env.PARLEY_PACKAGED ?? ''
const bare = process.env.PARLEY_BARE_ELECTRON ?? ''
/** How much the package may add to Electron without the speech models, in bytes. */
const limit = 25_000_000
/** How Electron writes down a fuse that is on. */
const enabled = '1'.charCodeAt(0)

const { listPackage, statFile } = createRequire(import.meta.url)(
  '@electron/asar',
) as typeof import('@electron/asar')

test.skip(!packaged, 'The app of this session is not a packaged one.')

test('every fuse is set as decided', async () => {
  const wire = await getCurrentFuseWire(join(packaged, 'parley'))
  const state = (fuse: FuseV1Options) => wire[fuse] === enabled
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
    'app-update.yml',
    'app.asar',
    'app.asar.unpacked',
    'models',
    'notices',
  ])
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
