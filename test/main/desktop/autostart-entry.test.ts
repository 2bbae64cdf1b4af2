import { expect, it } from 'vitest'
import { autostartEntry } from '../../../main/desktop/autostart-entry'

it('quotes a command for a desktop entry', () => {
  const entry = autostartEntry(['/opt/My Apps/100% "a"/parley', '--hidden'])
  expect(entry.split('\n')).toContain('Exec="/opt/My Apps/100%% \\\\"a\\\\"/parley" "--hidden"')
  expect(entry.startsWith('[Desktop Entry]\nType=Application\n')).toBe(true)
})
