import { describe, expect, it } from 'vitest'
import { refusedSwitch } from '../../../main/app/chromium-switches'

const installed = { platform: 'linux', isAppImage: false } as const
const refused = (...args: string[]) => refusedSwitch(['/opt/Parley/parley', ...args], installed)

describe('the switches of a packaged app', () => {
  it.each([
    '--remote-debugging-port=9222',
    '--remote-debugging-pipe',
    '-remote-debugging-port=9222',
    '--host-resolver-rules=MAP * 127.0.0.1',
    '--proxy-server=127.0.0.1:1',
    '--proxy-pac-url=http://127.0.0.1/',
    '--js-flags=--expose-gc',
    '--inspect',
    '--inspect-brk=0',
    '--ignore-certificate-errors',
    '--disable-web-security',
    '--use-fake-device-for-media-stream',
    '--use-file-for-fake-audio-capture=/a.wav',
    '--renderer-cmd-prefix=/bin/sh',
    '--gpu-launcher=/bin/sh',
    '--ssl-key-log-file=/tmp/keys',
    '--log-net-log=/tmp/net',
    '--load-extension=/tmp',
    '--enable-features=A',
    '--service-url=http://127.0.0.1:1',
    '--update-url=http://127.0.0.1:1',
    '--models-dir=/tmp',
    '--no-sandbox',
    '--made-up',
    '--js-flags=notes.wav',
  ])('do not include %s', (argument) => {
    expect(refused(argument)).toBe(argument)
    expect(refused('--lang=de', argument, 'parley://meeting/a')).toBe(argument)
  })

  it('are those that a person can need', () => {
    const given = ['--user-data-dir=/data', '--ozone-platform=x11', '--lang=de']
    expect(refused(...given, '/home/a/meeting.wav', 'parley://meeting/a')).toBeNull()
    expect(refused('--', '--inspect')).toBeNull()
    expect(refused('-notes.wav', '--2024.05.12 call.m4a')).toBeNull()
    expect(refusedSwitch(['/opt/Parley/parley'], installed)).toBeNull()
  })

  it('include what an AppImage adds by itself', () => {
    const argv = ['/tmp/.mount_Parley/parley', '--no-sandbox']
    expect(refusedSwitch(argv, { ...installed, isAppImage: true })).toBeNull()
  })

  it('are read as Chromium reads them on each system', () => {
    const on = (platform: NodeJS.Platform, argument: string) =>
      refusedSwitch(['Parley', argument], { platform, isAppImage: false })
    expect(on('win32', '/Remote-Debugging-Port=1')).toBe('/Remote-Debugging-Port=1')
    expect(on('win32', '--Updated')).toBeNull()
    expect(on('linux', '/home/a/talk.wav')).toBeNull()
    expect(on('darwin', '-psn_0_12345')).toBeNull()
    expect(on('linux', '-psn_0_12345')).toBe('-psn_0_12345')
  })
})
