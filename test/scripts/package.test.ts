import { describe, expect, it } from 'vitest'
import { nativePackages } from '../../scripts/package/natives.mjs'
import { noticesText } from '../../scripts/package/notices.mjs'
import { builderArguments } from '../../scripts/package/package-app.mjs'
import { shippedBom } from '../../scripts/package/sbom.mjs'

const official = { executable: '/e/electron', version: '45.4.1', origin: 'official' }
const standIn = { executable: '/e/electron', version: '33.2.1', origin: 'registry' }

describe('builderArguments', () => {
  it('takes all targets of the configuration for each architecture with the official Electron', () => {
    const args = builderArguments({
      ...{ platform: 'darwin', targets: [], archs: ['x64', 'arm64'] },
      ...{ electron: official, output: '/out' },
    })
    expect(args).toEqual([
      '--mac',
      '--x64',
      '--arm64',
      '--publish=never',
      '-c.directories.output=/out',
    ])
  })

  it('packs the stand-in into a folder, and into nothing that could be handed out', () => {
    const wanted = { platform: 'linux', archs: ['x64'], electron: standIn, output: '/out' }
    expect(builderArguments({ ...wanted, targets: ['dir'] })).toContain('-c.electronDist=/e')
    expect(() => builderArguments({ ...wanted, targets: [] })).toThrow(/Only a folder/)
    expect(() => builderArguments({ ...wanted, targets: ['dir', 'deb'] })).toThrow(/Only a folder/)
  })
})

describe('nativePackages', () => {
  const native = (os: string, cpu: string, more = {}) => ({
    ...{ version: '1.0.0', integrity: 'sha512-x', optional: true, os: [os], cpu: [cpu] },
    ...more,
  })
  const lock = {
    packages: {
      '': {},
      'node_modules/plain': { version: '1.0.0' },
      'node_modules/@a/linux-x64-gnu': native('linux', 'x64'),
      'node_modules/@a/linux-x64-musl': native('linux', 'x64'),
      'node_modules/@a/darwin-arm64': native('darwin', 'arm64'),
      'node_modules/builder-linux-x64': native('linux', 'x64', { dev: true }),
    },
  }

  it('names those of one system and architecture that ship', () => {
    expect(nativePackages(lock, 'linux', 'x64').map(({ name }) => name)).toEqual([
      '@a/linux-x64-gnu',
    ])
    expect(nativePackages(lock, 'darwin', 'arm64').map(({ name }) => name)).toEqual([
      '@a/darwin-arm64',
    ])
    expect(nativePackages(lock, 'win32', 'arm64')).toEqual([])
  })
})

describe('shippedBom', () => {
  const component = (name: string) => ({
    'bom-ref': `${name}@1.0.0`,
    name,
    version: '1.0.0',
    purl: `pkg:npm/${encodeURIComponent(name)}@1.0.0`,
  })
  const bom = {
    bomFormat: 'CycloneDX',
    metadata: { component: { 'bom-ref': 'folder@1.0.0', name: 'folder' } },
    components: ['@x/shipped', 'tool'].map(component),
    dependencies: [
      { ref: 'folder@1.0.0', dependsOn: ['@x/shipped@1.0.0', 'tool@1.0.0'] },
      { ref: '@x/shipped@1.0.0', dependsOn: ['tool@1.0.0'] },
      { ref: 'tool@1.0.0' },
    ],
  }
  const notice = (name: string) => ({ name, version: '1.0.0', licence: 'MIT', text: 'text' })

  it('keeps what ships, names what is no package, and adds Electron', () => {
    const cut = shippedBom(bom, {
      ...{ name: 'parley', version: '2.0.0', electronVersion: '45.4.1' },
      notices: [notice('@x/shipped'), notice('A speech model')],
    })
    expect(cut.metadata.component).toMatchObject({ name: 'parley', version: '2.0.0' })
    expect(cut.components.map((one: { name: string }) => one.name)).toEqual([
      'electron',
      '@x/shipped',
      'A speech model',
    ])
    expect(cut.dependencies).toEqual([
      { ref: 'folder@1.0.0', dependsOn: ['@x/shipped@1.0.0'] },
      { ref: '@x/shipped@1.0.0', dependsOn: [] },
    ])
  })
})

describe('noticesText', () => {
  it('has each name, version, licence and text', () => {
    const text = noticesText([
      { name: 'a', version: '1.0.0', licence: 'MIT', text: 'Text of a' },
      { name: 'b', version: '2.0.0', licence: 'ISC', text: 'Text of b' },
    ])
    expect(text).toContain('a 1.0.0 (MIT)\n\nText of a')
    expect(text).toContain('b 2.0.0 (ISC)\n\nText of b')
  })
})
