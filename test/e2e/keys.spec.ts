import { messages } from '../../preload/messages'
import { expect, test } from './fixtures'
import { goodKey } from './service-key'
import { lockedKeychain } from './locked-keychain'
import { filesWith } from './recording'
import { expectProblem, openSettings, typeKey } from './screens'

const text = messages.keys
/** The part of a key that must stand nowhere: its last four characters are shown. */
const secretPart = goodKey.slice(0, -4)

test('a key that works is kept in the keychain and nowhere else', async ({
  launch,
  service,
  folder,
}) => {
  const first = await launch()
  await openSettings(first.window, 'keys')
  await typeKey(first.window, `  ${goodKey}\n`, 'Work')
  const card = first.window.locator('[data-key="Work"]')
  await expect(card.getByText(/^Works\./)).toBeVisible()
  await expect(card).toContainText(text.ending(goodKey.slice(-4)))
  await expect(first.window.getByPlaceholder(text.keyHint)).toHaveValue('')
  expect(service.log.requests.at(-1)).toMatchObject({ key: goodKey, status: 200 })
  expect(await first.window.content()).not.toContain(secretPart)
  await first.quit()
  expect(filesWith(folder, secretPart)).toEqual([])
  expect(filesWith(folder, 'AQI')).toEqual([])

  // The next start has it from the keychain.
  const second = await launch()
  await openSettings(second.window, 'keys')
  const asked = service.log.requests.length
  await second.window.getByRole('button', { name: text.testLabel('Work') }).click()
  await expect
    .poll(() => service.log.requests.slice(asked).map(({ key, status }) => [key, status]))
    .toEqual([[goodKey, 200]])

  // Removed, it is gone for good.
  await second.window.getByRole('button', { name: text.removeLabel('Work') }).click()
  await second.window.getByRole('alertdialog').getByRole('button', { name: text.remove }).click()
  await expect(second.window.getByText(text.none)).toBeVisible()
  expect((await second.value('keys:list', undefined)).keys).toEqual([])
  expect(second.output()).not.toContain(secretPart)
})

test('a key that the service rejects is not saved, and the sentence says why', async ({
  launch,
  folder,
}) => {
  const parley = await launch()
  await openSettings(parley.window, 'keys')
  await typeKey(parley.window, 'a0wrong0key0that0nobody0knows')
  await expectProblem(parley.window, 'key-rejected')
  expect((await parley.value('keys:list', undefined)).keys).toEqual([])
  for (const [key, code] of [
    ['two words', 'key-has-spaces'],
    ['clé-accentuée', 'key-not-ascii'],
    ['x'.repeat(513), 'key-too-long'],
    ['   ', 'key-empty'],
  ] as const) {
    await typeKey(parley.window, key)
    await expectProblem(parley.window, code)
  }
  await parley.quit()
  expect(filesWith(folder, 'a0wrong0key0that0nobody')).toEqual([])
})

// The keychains of macOS and Windows are always there, and no test can lock them.
if (process.platform === 'linux') {
  test('without a message bus the sentence says so, and the key can be kept until the app quits', async ({
    launch,
    folder,
  }) => {
    const env = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' }
    const parley = await launch({ env })
    await openSettings(parley.window, 'keys')
    await typeKey(parley.window, goodKey, 'Work')
    await expectProblem(parley.window, 'keychain-no-session')
    expect((await parley.value('keys:list', undefined)).keys).toEqual([])
    await parley.window.getByRole('button', { name: text.keepUntilQuit }).click()
    const card = parley.window.locator('[data-key="Work"]')
    await expect(card).toContainText(text.untilQuit)
    await parley.quit()
    expect(filesWith(folder, secretPart)).toEqual([])
    const again = await launch({ env })
    expect((await again.value('keys:list', undefined)).keys).toEqual([])
  })

  test('a locked keychain has its own sentence', async ({ launch, folder }) => {
    const keychain = await lockedKeychain(folder)
    try {
      const parley = await launch({ env: keychain.env })
      await openSettings(parley.window, 'keys')
      await typeKey(parley.window, goodKey, 'Work')
      await expectProblem(parley.window, 'keychain-locked')
      await expect(parley.window.getByRole('button', { name: text.keepUntilQuit })).toBeVisible()
    } finally {
      keychain.close()
    }
  })
}
