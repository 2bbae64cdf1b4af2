import { messages } from '../../common/text/window'
import type { Parley } from './app'
import { expect, test } from './fixtures'
import { goodKey } from './service-key'
import { emptyKeychain, lockedKeychain } from './locked-keychain'
import { filesWith } from './recording'
import { expectProblem, openSettings, typeKey } from './screens'
import { startService } from '../service/service'
import { startTlsProxy } from '../service/tls-proxy'

test.use({ hasKey: false })

const text = messages.keys
/** The part of a key that must not appear anywhere; its last four characters are shown. */
const secretPart = goodKey.slice(0, -4)

/** Presses the button beside the problem; the key then works, and is in no file. */
async function keepUntilQuit(parley: Parley): Promise<void> {
  await parley.window.getByRole('button', { name: text.keepUntilQuit }).click()
  const card = parley.window.locator('[data-key="Work"]')
  await expect(card).toContainText(text.untilQuit)
  await expect(card.getByText(/^Works\./)).toBeVisible()
  expect(filesWith(parley.dataFolder, secretPart)).toEqual([])
}

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

  // The next start reads it from the keychain.
  const second = await launch()
  await openSettings(second.window, 'keys')
  const asked = service.log.requests.length
  await second.window.getByRole('button', { name: text.testLabel('Work') }).click()
  await expect
    .poll(() => service.log.requests.slice(asked).map(({ key, status }) => [key, status]))
    .toEqual([[goodKey, 200]])
  await expect(second.window.getByText(/a session began and ended/)).toBeVisible()
  const [session] = service.log.sessions()
  expect(session?.closed).toMatchObject({ code: 1000, by: 'service' })
  expect(session?.frames).toEqual([])
  const bill = service.log.billed().get(session?.id ?? '')
  expect(bill?.seconds).toBeLessThanOrEqual(2)
  const month = await second.value('usage:month', undefined)
  expect(month.models).toMatchObject([{ model: bill?.model, seconds: bill?.seconds }])

  // A removed key is really deleted.
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
  test(
    'without a message bus the sentence says so, and the key can be kept until the app quits',
    { tag: '@long' },
    async ({ launch, folder }) => {
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
    },
  )

  test('a desktop without a keyring has another sentence than a locked one', async ({
    launch,
    folder,
  }) => {
    const keychain = await emptyKeychain(folder)
    try {
      const parley = await launch({ env: keychain.env })
      await openSettings(parley.window, 'keys')
      await typeKey(parley.window, goodKey, 'Work')
      await expectProblem(parley.window, 'keychain-not-set-up')
      await keepUntilQuit(parley)
    } finally {
      keychain.close()
    }
  })

  test('a locked keychain has its own sentence', async ({ launch, folder }) => {
    const keychain = await lockedKeychain(folder)
    try {
      const parley = await launch({ env: keychain.env })
      await openSettings(parley.window, 'keys')
      await typeKey(parley.window, goodKey, 'Work')
      await expectProblem(parley.window, 'keychain-locked')
      await keepUntilQuit(parley)
    } finally {
      keychain.close()
    }
  })
}

test('Test tells apart why a key cannot stream', { tag: '@long' }, async ({ launch, service }) => {
  const parley = await launch()
  const { window } = parley
  await openSettings(window, 'keys')
  await typeKey(window, goodKey, 'Work')
  await expect(window.getByText(/^Works\./)).toBeVisible()
  const button = window.getByRole('button', { name: text.testLabel('Work') })
  await expect(button).toHaveAttribute('title', text.testHint)
  for (const [state, code] of [
    ['rejected', 'key-rejected'],
    ['forbidden', 'key-forbidden'],
    ['unpaid', 'payment-required'],
    ['refused-later', 'payment-required'],
    ['forbidden-later', 'key-forbidden'],
  ] as const) {
    service.configure({ keys: { [goodKey]: state } })
    await button.click()
    await expectProblem(window, code)
    await expect(button).toHaveText(text.test)
    service.configure({ keys: { [goodKey]: 'good' } })
    await button.click()
    await expect(window.getByText(/a session began and ended/)).toBeVisible()
  }
  expect(service.log.leaked()).toEqual([])
})

test(
  'a key of another zone is told from a wrong key, over TLS',
  { tag: '@long' },
  async ({ launch, service }) => {
    const elsewhere = await startService()
    const [home, other] = await Promise.all(
      [service, elsewhere].map(({ url }) => startTlsProxy(Number(new URL(url).port))),
    )
    try {
      const hosts = [
        `MAP streaming.assemblyai.com ${home?.host ?? ''}`,
        `MAP streaming.us.assemblyai.com ${other?.host ?? ''}`,
        `MAP streaming.eu.assemblyai.com ${other?.host ?? ''}`,
      ]
      const parley = await launch({
        serviceUrl: '',
        args: ['--ignore-certificate-errors', `--host-resolver-rules=${hosts.join(', ')}`],
      })
      const { window } = parley
      await openSettings(window, 'keys')
      await window.getByRole('combobox', { name: text.zoneLabel }).click()
      await window.getByRole('option', { name: text.zoneOption.eu }).click()
      await typeKey(window, goodKey, 'Work')
      await expectProblem(window, 'key-wrong-zone')
      await expect(window.getByText(text.zone.default)).toBeVisible()
      expect((await parley.value('keys:list', undefined)).keys).toEqual([])

      await window.getByRole('combobox', { name: text.zoneLabel }).click()
      await window.getByRole('option', { name: text.zoneOption.default }).click()
      await typeKey(window, goodKey, 'Work')
      await window.getByRole('button', { name: text.testLabel('Work') }).click()
      await expect(window.getByText(/a session began and ended/)).toBeVisible()
      expect(service.log.sessions()).toHaveLength(1)
    } finally {
      home?.close()
      other?.close()
      await elsewhere.close()
    }
  },
)
