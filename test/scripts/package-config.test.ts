import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { mediaExtensions } from '../../main/import/media-files'

/** The checked parts of the configuration. */
interface Config {
  readonly publish: unknown
  readonly electronFuses: Readonly<Record<string, boolean>>
  readonly mac: {
    readonly entitlements: string
    readonly entitlementsInherit: string
    readonly extendInfo: Readonly<Record<string, string>>
    readonly fileAssociations: readonly { readonly ext: readonly string[] }[]
  }
  readonly win: { readonly requestedExecutionLevel: string }
  readonly nsis: object
  readonly linux: { readonly executableArgs?: readonly string[] }
  readonly toolsets: { readonly appimage: string }
}

const root = resolve(import.meta.dirname, '..', '..')
const require = createRequire(import.meta.url)
const { getConfig, validateConfiguration } = require('app-builder-lib/out/util/config/config') as {
  getConfig(folder: string, path: null, overrides: null): Promise<Config>
  validateConfiguration(config: object, logger: object): Promise<void>
}
const { DebugLogger } = require('builder-util') as { DebugLogger: new (on: boolean) => object }

const plist = (name: string) =>
  [...readFileSync(resolve(root, name), 'utf8').matchAll(/<key>(.+)<\/key>\s*<true\/>/g)].map(
    ([, key]) => key,
  )

describe('electron-builder.yml', async () => {
  const config = await getConfig(root, null, null)

  it('is what electron-builder accepts, for every system', async () => {
    await expect(validateConfiguration(config, new DebugLogger(false))).resolves.toBeUndefined()
    await expect(
      validateConfiguration(
        { ...config, mac: { ...config.mac, extendInfoo: {} } },
        new DebugLogger(false),
      ),
    ).rejects.toThrow()
  })

  it('names no update address, since electron-builder would guess one from the repository', () => {
    expect(config.publish).toBeNull()
  })

  it('decides every fuse that this electron-builder knows', () => {
    const schema = require('app-builder-lib/scheme.json') as {
      definitions: { FuseOptionsV1: { properties: Record<string, unknown> } }
    }
    const known = Object.keys(schema.definitions.FuseOptionsV1.properties)
    // Signing again after a fuse is flipped is a step of a build, not a fuse.
    const fuses = known.filter((name) => name !== 'resetAdHocDarwinSignature')
    expect(Object.keys(config.electronFuses).sort()).toEqual(fuses.sort())
  })

  it('hardens the app on macOS and grants it no more than it needs', () => {
    const { mac } = config
    expect(mac).toMatchObject({ hardenedRuntime: true, notarize: true })
    expect(plist(mac.entitlements)).toEqual([
      'com.apple.security.cs.allow-jit',
      'com.apple.security.device.audio-input',
    ])
    expect(plist(mac.entitlementsInherit)).toEqual(['com.apple.security.cs.allow-jit'])
    expect(Object.keys(mac.extendInfo).sort()).toEqual([
      'NSAudioCaptureUsageDescription',
      'NSMicrophoneUsageDescription',
    ])
  })

  it('opens the files on macOS that the dialog lets choose', () => {
    const [association] = config.mac.fileAssociations
    expect(association).toMatchObject({ role: 'Viewer', rank: 'Alternate' })
    expect(association?.ext).toEqual(mediaExtensions)
  })

  it('offers itself for the same files on Windows, and takes none away from another program', () => {
    const script = readFileSync(resolve(root, 'build', 'installer.nsh'), 'utf8')
    const types = [...script.matchAll(/"\$\{PARLEY_TYPES\}" "\.(\w+)"/g)].map(([, ext]) => ext)
    expect(types).toEqual(mediaExtensions)
    // Anything else below Classes would make Parley the program of that type.
    expect(script.match(/Software\\Classes[^"]*/g)).toEqual([
      'Software\\Classes\\Applications\\Parley.exe',
    ])
    expect(config.nsis).toMatchObject({ include: 'build/installer.nsh' })
  })

  it('installs on Windows for one person, without an administrator', () => {
    expect(config.nsis).toMatchObject({ perMachine: false, deleteAppDataOnUninstall: false })
    expect(config.win.requestedExecutionLevel).toBe('asInvoker')
  })

  it('has icons for all three systems', () => {
    for (const name of ['icon.icns', 'icon.ico', 'icons/256x256.png']) {
      expect(existsSync(resolve(root, 'build', name)), name).toBe(true)
    }
  })

  it('makes an AppImage that keeps the sandbox', () => {
    expect(config.toolsets.appimage).toBe('1.0.3')
    expect(config.linux.executableArgs).toBeUndefined()
  })
})

it('every dependency has one exact version, Electron above all', () => {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(resolve(root, 'package.json'), 'utf8'),
  ) as Record<'dependencies' | 'devDependencies', Record<string, string>>
  const versions = { ...dependencies, ...devDependencies }
  const loose = Object.entries(versions).filter(
    ([, version]) => !/^(npm:@?[\w/.-]+@)?\d+\.\d+\.\d+$/.test(version),
  )
  expect(loose).toEqual([])
  expect(versions).toHaveProperty('electron')
})
