import { describe, expect, it } from 'vitest'
import { nativePackages } from '../../scripts/package/natives'
import { noticesText } from '../../scripts/package/notices'
import { builderArguments, channelArguments } from '../../scripts/package/package-app'
import { shippedBom } from '../../scripts/package/sbom'

const official = { executable: '/e/electron', version: '45.4.1', origin: 'official' } as const
const replacement = { executable: '/e/electron', version: '33.2.1', origin: 'registry' } as const

describe('builderArguments', () => {
  it('builds all configured targets and architectures with the official Electron', () => {
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

  it('packs the replacement into a folder only', () => {
    const wanted = {
      ...({ platform: 'linux', archs: ['x64'] } as const),
      ...{ electron: replacement, output: '/out' },
    }
    expect(builderArguments({ ...wanted, targets: ['dir'] })).toContain('-c.electronDist=/e')
    expect(() => builderArguments({ ...wanted, targets: [] })).toThrow(/Only a folder/)
    expect(() => builderArguments({ ...wanted, targets: ['dir', 'deb'] })).toThrow(/Only a folder/)
  })
})

describe('channelArguments', () => {
  const filled = {
    homepage: 'https://example.org/',
    updates: 'https://example.org/releases/',
    releaseKey: 'RWQ',
    contacts: { security: '', maintainer: 'somebody@example.org' },
  }
  const empty = {
    ...{ homepage: '', updates: '', releaseKey: '' },
    contacts: { security: '', maintainer: '' },
  }
  const looksForUpdates = (args: readonly string[]) =>
    args.includes(`-c.publish.url=${filled.updates}`)

  it('insists on a signature where there is a certificate', () => {
    for (const platform of ['darwin', 'win32'] as const) {
      const args = channelArguments(platform, filled, true)
      expect(args).toContain('-c.forceCodeSigning=true')
      expect(looksForUpdates(args)).toBe(true)
      expect(args.join()).not.toContain('unsigned')
    }
  })

  it('makes packages without a signature that say so and never look for updates', () => {
    for (const platform of ['darwin', 'win32'] as const) {
      const args = channelArguments(platform, filled, false)
      expect(looksForUpdates(args)).toBe(false)
      expect(args.join()).toContain('-unsigned.')
      expect(args.join()).not.toContain('forceCodeSigning')
    }
  })

  it('relies on the signed checksums on Linux', () => {
    expect(channelArguments('linux', filled, false)).toEqual([
      '-c.publish.provider=generic',
      '-c.publish.url=https://example.org/releases/',
      '-c.extraMetadata.homepage=https://example.org/',
      '-c.linux.maintainer=Parley <somebody@example.org>',
    ])
  })

  it('turns updates off while an address or the key is empty', () => {
    expect(channelArguments('linux', empty, false)).toEqual([])
    for (const missing of [{ updates: '' }, { releaseKey: '' }]) {
      const args = channelArguments('darwin', { ...filled, ...missing }, true)
      expect(args.join()).not.toContain('publish')
    }
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

  it('lists the shipped packages of one system and architecture', () => {
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

  it('keeps shipped packages, adds data that is in no package, and adds Electron', () => {
    const cut = shippedBom(bom, {
      ...{ name: 'parley', version: '2.0.0', electronVersion: '45.4.1' },
      notices: [notice('@x/shipped'), notice('A speech model')],
    })
    expect(cut.metadata.component).toMatchObject({ name: 'parley', version: '2.0.0' })
    expect(cut.components.map(({ name }) => name)).toEqual([
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
