import { describe, expect, it } from 'vitest'
import { accountEnv, asAccount } from '../../scripts/bare-machine/account'
import { cacheFolder } from '../../scripts/setup/cache'
import { sameInstallation } from '../../scripts/setup/dependencies.mjs'
import { displayEnv, hasDisplay } from '../../scripts/bare-machine/display'

describe('cacheFolder', () => {
  const ann = { platform: 'linux', env: {}, home: '/home/ann', root: false } as const
  const mac = { ...ann, platform: 'darwin', home: '/Users/ann' } as const
  const windows = { ...ann, platform: 'win32', env: { LOCALAPPDATA: '/local' } } as const

  it('is in the user’s cache of each system, and shared for root', () => {
    expect(cacheFolder({ ...ann, root: true })).toBe('/var/cache/parley-build')
    expect(cacheFolder(ann)).toBe('/home/ann/.cache/parley-build')
    expect(cacheFolder({ ...ann, env: { XDG_CACHE_HOME: '/c' } })).toBe('/c/parley-build')
    expect(cacheFolder(mac)).toBe('/Users/ann/Library/Caches/parley-build')
    expect(cacheFolder(windows)).toBe('/local/parley-build/Cache')
  })
})

describe('sameInstallation', () => {
  const there = () => true
  const wanted = {
    '': { version: '1.0.0' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b-win32': { version: '2.0.0', optional: true },
  }
  const a = { 'node_modules/a': { version: '1.0.0' } }

  it('accepts the packages of the lock file without those of other platforms', () => {
    expect(sameInstallation(wanted, a, there)).toBe(true)
  })

  it('notices another version, a missing package, an extra package and a missing folder', () => {
    expect(sameInstallation(wanted, { 'node_modules/a': { version: '1.0.1' } }, there)).toBe(false)
    expect(sameInstallation(wanted, {}, there)).toBe(false)
    expect(sameInstallation(wanted, { ...a, 'node_modules/c': { version: '1.0.0' } }, there)).toBe(
      false,
    )
    expect(sameInstallation(wanted, a, () => false)).toBe(false)
  })
})

describe('the account', () => {
  const account = { name: 'parley', uid: 990, gid: 991, home: '/var/lib/parley/home' }

  it('runs a command line as the account, and changes nothing without an account', () => {
    const line = asAccount(account, ['node', 'x.mjs'])
    expect(line[0]).toBe('setpriv')
    expect(line).toContain('--reuid=990')
    expect(line.slice(-2)).toEqual(['node', 'x.mjs'])
    expect(asAccount(null, ['node', 'x.mjs'])).toEqual(['node', 'x.mjs'])
  })

  it('has the caller’s environment without the variables of the caller’s session', () => {
    const env = {
      CI: 'true',
      DISPLAY: ':0',
      HOME: '/root',
      DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/user/0/bus',
      XDG_RUNTIME_DIR: '/run/user/0',
      npm_config_cache: '/root/.npm',
      ELECTRON_RUN_AS_NODE: '1',
    }
    const { SHELL, ...rest } = accountEnv(account, env)
    expect(SHELL).toBe('/bin/sh')
    expect(rest).toEqual({
      CI: 'true',
      DISPLAY: ':0',
      HOME: '/var/lib/parley/home',
      USER: 'parley',
      LOGNAME: 'parley',
    })
  })
})

describe('the display', () => {
  it('is present with X or Wayland', () => {
    expect(hasDisplay({})).toBe(false)
    expect(hasDisplay({ DISPLAY: ':0' })).toBe(true)
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' })).toBe(true)
  })

  it('is reachable from another home and runtime folder', () => {
    const env = { WAYLAND_DISPLAY: 'wayland-0', XDG_RUNTIME_DIR: '/run/user/1000' }
    expect(displayEnv(env, '/nowhere')).toEqual({ WAYLAND_DISPLAY: '/run/user/1000/wayland-0' })
    expect(displayEnv({ XAUTHORITY: import.meta.filename }, '/nowhere')).toEqual({
      XAUTHORITY: import.meta.filename,
    })
  })
})
