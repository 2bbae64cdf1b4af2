import { openCaptions } from './app'
import { appAfter } from './changed-app'
import { expect, test } from './fixtures'

/** Hidden windows never say that they are drawn, as on Wayland since Electron 38. */
const withoutReadyToShow = `const { BrowserWindow } = require('electron')
const { once, on } = BrowserWindow.prototype
const swallowed = (name) => name === 'ready-to-show'
globalThis.swallowed = 0
for (const [name, add] of Object.entries({ once, on })) {
  BrowserWindow.prototype[name] = function (event, listener) {
    if (!swallowed(event)) return add.call(this, event, listener)
    globalThis.swallowed += 1
    return this
  }
}`

test(
  'a window that never says it is drawn is shown all the same, and the rest starts',
  { tag: '@long' },
  async ({ launch, folder }) => {
    const parley = await launch({ appFolder: appAfter(folder, withoutReadyToShow) })
    const visible = () =>
      parley.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()
          .filter((window) => window.isVisible())
          .map((window) => new URL(window.webContents.getURL()).host),
      )
    await expect.poll(visible, { timeout: 5_000 }).toEqual(['window'])
    // The recorder and the engine start after the window is shown.
    await expect
      .poll(() => parley.app.windows().map((page) => new URL(page.url()).host), { timeout: 5_000 })
      .toContain('recorder')
    await expect
      .poll(async () => (await parley.value('local-engine:state', undefined)).state)
      .not.toBe('stopped')
    await openCaptions(parley)
    await expect.poll(visible, { timeout: 5_000 }).toContain('captions')
    const swallowed = await parley.app.evaluate(
      () => (globalThis as unknown as { swallowed: number }).swallowed,
    )
    expect(swallowed).toBeGreaterThanOrEqual(2)
  },
)
