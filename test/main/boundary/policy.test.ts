import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy, permits, roleOfUrl } from '../../../main/boundary/policy'

const onThisComputer = ['ws://127.0.0.1:4321']

describe('the role of an address', () => {
  it.each([
    ['app://window/index.html', 'window'],
    ['app://recorder/index.html', 'recorder'],
    ['app://captions/index.html', 'captions'],
    ['app://importer/index.html', 'importer'],
    ['app://elsewhere/index.html', null],
    ['https://window/index.html', null],
    ['file:///index.html', null],
    ['app://window.example.org/', null],
    ['', null],
  ])('%s is %s', (address, role) => {
    expect(roleOfUrl(address)).toBe(role)
  })
})

describe('permissions', () => {
  it('give the microphone only to the recorder, and never a camera', () => {
    expect(permits('app://recorder/', 'media', ['audio'])).toBe(true)
    expect(permits('app://recorder/', 'media', ['audio', 'video'])).toBe(false)
    expect(permits('app://recorder/', 'media', ['video'])).toBe(false)
    expect(permits('app://window/', 'media', ['audio'])).toBe(false)
  })

  it('let the window write to the clipboard, and nobody read it', () => {
    expect(permits('app://window/', 'clipboard-sanitized-write', [])).toBe(true)
    expect(permits('app://window/', 'clipboard-read', [])).toBe(false)
  })

  it('let only the recorder ask for system audio', () => {
    expect(permits('app://recorder/', 'display-capture', [])).toBe(true)
    expect(permits('app://window/', 'display-capture', [])).toBe(false)
  })

  it('also accept that request in the form of newer versions of Electron, with types', () => {
    expect(permits('app://recorder/', 'display-capture', ['video', 'audio'])).toBe(true)
    expect(permits('app://window/', 'display-capture', ['video', 'audio'])).toBe(false)
  })

  it('let only the recorder connect to this computer, which newer versions of Chromium ask for', () => {
    for (const permission of ['loopback-network', 'local-network-access']) {
      expect(permits('app://recorder/', permission, [])).toBe(true)
      for (const role of ['window', 'captions', 'importer']) {
        expect(permits(`app://${role}/`, permission, [])).toBe(false)
      }
    }
  })

  it.each([
    'geolocation',
    'notifications',
    'midi',
    'hid',
    'serial',
    'usb',
    'pointerLock',
    'fullscreen',
    'openExternal',
    'local-network',
    'made-up',
  ])('deny %s to every page', (permission) => {
    const pages = ['window', 'captions', 'recorder', 'importer'].map((role) => `app://${role}/`)
    for (const page of [...pages, 'https://example.org/', '']) {
      expect(permits(page, permission, [])).toBe(false)
    }
  })
})

describe('the content security policy', () => {
  it('gives the window no network at all', () => {
    expect(contentSecurityPolicy('window', onThisComputer)).toContain("connect-src 'self';")
  })

  it('gives the recorder the streaming hosts and the port of the engine only', () => {
    const connect = /connect-src ([^;]+)/.exec(
      contentSecurityPolicy('recorder', onThisComputer),
    )?.[1]
    expect(connect?.split(' ')).toEqual([
      "'self'",
      'wss://streaming.assemblyai.com',
      'wss://streaming.us.assemblyai.com',
      'wss://streaming.eu.assemblyai.com',
      'ws://127.0.0.1:4321',
    ])
  })

  it('gives the importer its own files, WebAssembly and no network', () => {
    expect(contentSecurityPolicy('importer', onThisComputer)).toContain("connect-src 'self';")
    expect(contentSecurityPolicy('importer', onThisComputer)).toContain(
      "script-src 'self' 'wasm-unsafe-eval';",
    )
    for (const role of ['window', 'captions', 'recorder'] as const) {
      expect(contentSecurityPolicy(role, onThisComputer)).not.toContain('wasm')
    }
    expect(permits('app://importer', 'media', ['audio'])).toBe(false)
  })

  it('gives the captions no network, no audio and no permission', () => {
    const policy = contentSecurityPolicy('captions', onThisComputer)
    expect(policy).toContain("connect-src 'self';")
    expect(policy).toContain("media-src 'none';")
    for (const permission of ['media', 'display-capture', 'clipboard-sanitized-write']) {
      expect(permits('app://captions/', permission, ['audio'])).toBe(false)
    }
  })

  it.each(['window', 'captions', 'recorder', 'importer'] as const)(
    'of the %s allows nothing unsafe',
    (role) => {
      const policy = contentSecurityPolicy(role, onThisComputer).replace(" 'wasm-unsafe-eval'", '')
      expect(policy).not.toMatch(/unsafe|blob:|\*(?!;| |$)/)
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("script-src 'self'")
    },
  )
})
