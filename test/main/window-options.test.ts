import { describe, expect, it } from 'vitest'
import { offlinePartition, windowOptions } from '../../main/window-options'
import { roles, type Role } from '../../preload/contract'

const files = { preload: '/bridge.cjs', icon: '/icon.png', packaged: true }

describe('window options', () => {
  it.each(roles)('of the %s keep the page in its sandbox', (role) => {
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

  it('give the recorder alone a session with a network', () => {
    const partition = (role: Role) => windowOptions(role, files, false).webPreferences?.partition
    expect(roles.filter((role) => partition(role) !== offlinePartition)).toEqual(['recorder'])
  })

  it('never slow the recorder down in the background', () => {
    expect(windowOptions('recorder', files, false).webPreferences?.backgroundThrottling).toBe(false)
  })

  it('give the captions no frame, no place in the task bar, and a ground that can be seen through', () => {
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

  it('start hidden, on paper of the theme', () => {
    expect(windowOptions('window', files, false)).toMatchObject({
      show: false,
      backgroundColor: '#fbfaf7',
    })
    expect(windowOptions('window', files, true).backgroundColor).toBe('#161615')
  })
})
