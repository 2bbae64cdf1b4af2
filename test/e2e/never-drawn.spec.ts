import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { openCaptions } from './app'
import { expect, test } from './fixtures'

const project = resolve(import.meta.dirname, '..', '..')

/** The app, whose hidden windows never say that they are drawn, as on Wayland since Electron 38. */
function appWithoutReadyToShow(folder: string): string {
  const app = join(folder, 'app')
  mkdirSync(app)
  for (const name of ['dist', 'node_modules']) symlinkSync(join(project, name), join(app, name))
  writeFileSync(join(app, 'package.json'), '{"name":"parley","main":"before.cjs"}')
  writeFileSync(
    join(app, 'before.cjs'),
    `const { BrowserWindow } = require('electron')
const { once, on } = BrowserWindow.prototype
const swallowed = (name) => name === 'ready-to-show'
globalThis.swallowed = 0
for (const [name, add] of Object.entries({ once, on })) {
  BrowserWindow.prototype[name] = function (event, listener) {
    if (!swallowed(event)) return add.call(this, event, listener)
    globalThis.swallowed += 1
    return this
  }
}
require('./dist/main/app.cjs')
`,
  )
  return app
}

test(
  'a window that never says it is drawn is shown all the same, and the rest starts',
  { tag: '@long' },
  async ({ launch, folder }) => {
    const parley = await launch({ appFolder: appWithoutReadyToShow(folder) })
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
