import { describe, expect, it } from 'vitest'
import { offlinePartition, windowOptions } from '../../../main/boundary/window-options'
import { roles, type Role } from '../../../common/ipc/channels'

const files = { preload: '/bridge.cjs', icon: '/icon.png', packaged: true }

describe('window options', () => {
  it.each(roles)('keep the page of the %s in its sandbox', (role) => {
    expect(windowOptions(role, files, false).webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      devTools: false,
    })
  })

  it('give only the recorder a session with a network', () => {
    const partition = (role: Role) => windowOptions(role, files, false).webPreferences?.partition
    expect(roles.filter((role) => partition(role) !== offlinePartition)).toEqual(['recorder'])
  })

  it('never slow the recorder down in the background', () => {
    expect(windowOptions('recorder', files, false).webPreferences?.backgroundThrottling).toBe(false)
  })

  it('give the captions no frame, no entry in the task bar, and a transparent background', () => {
    expect(windowOptions('captions', files, false)).toMatchObject({
      show: false,
      frame: false,
      transparent: true,
      resizable: false,
      skipTaskbar: true,
      focusable: true,
      backgroundColor: '#00000000',
    })
    expect(windowOptions('window', files, false)).toMatchObject({ skipTaskbar: false })
    expect(windowOptions('window', files, false).frame).toBeUndefined()
  })

  it('start hidden, with the background of the theme', () => {
    expect(windowOptions('window', files, false)).toMatchObject({
      show: false,
      backgroundColor: '#fbfaf7',
    })
    expect(windowOptions('window', files, true).backgroundColor).toBe('#161615')
  })
})
