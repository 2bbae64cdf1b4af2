import { useEffect, useState, type KeyboardEvent } from 'react'
import { messages } from '../../../common/text/window'
import {
  defaultShortcuts,
  quickActions,
  shownShortcut,
  type QuickAction,
  type Settings,
} from '../../../common/model'
import { useStore } from '../../shared/store'
import { Button } from '../components/button'
import { Card } from '../components/card'
import { Hint, HintText, Page } from '../components/form'
import { isMac, Kbd } from '../components/kbd'
import { useParley } from '../context'
import styles from './shortcuts.module.css'
import { typedShortcut } from './typed-shortcut'

const text = messages.settings.shortcuts

/** The keys that work while another program is in front. */
export function ShortcutsPage() {
  const { settings, commands } = useParley()
  const current = useStore(settings.current)
  return (
    <Page title={text.title} intro={text.intro}>
      {current && (
        <Card spaced>
          <h2>{text.everywhere}</h2>
          {quickActions.map((action) => (
            <ShortcutRow key={action} action={action} shortcuts={current.shortcuts} />
          ))}
          <Button
            className={styles['defaults']}
            onClick={() => void settings.save({ shortcuts: { ...defaultShortcuts } })}
          >
            {text.defaults}
          </Button>
        </Card>
      )}
      <Card spaced>
        <h2>{text.inWindow}</h2>
        <Hint>{text.inWindowText}</Hint>
        <Button className={styles['defaults']} onClick={() => commands.run('shortcuts')}>
          {text.showAll}
        </Button>
      </Card>
      <Card spaced>
        <h2>{text.commandLine}</h2>
        <Hint>{text.commandLineText}</Hint>
        <ul className={styles['commands']}>
          {text.commands.map(({ command, does }) => (
            <li key={command}>
              <code>{command}</code>
              <HintText>{does}</HintText>
            </li>
          ))}
        </ul>
      </Card>
    </Page>
  )
}

interface RowProps {
  readonly action: QuickAction
  readonly shortcuts: Settings['shortcuts']
}

function ShortcutRow({ action, shortcuts }: RowProps) {
  const parley = useParley()
  const states = useStore(parley.shortcuts.states)
  const pressed = useStore(parley.shortcuts.pressed)
  const [isListening, setListening] = useState(false)
  const { suspend } = parley.shortcuts
  useEffect(() => {
    if (!isListening) return
    suspend(true)
    return () => suspend(false)
  }, [isListening, suspend])
  const name = text.actions[action]
  const keys = shortcuts[action]
  const state = states?.[action] ?? 'off'
  const save = (next: string | null) => {
    setListening(false)
    void parley.settings.save({ shortcuts: { ...shortcuts, [action]: next } })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isListening || event.key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') return setListening(false)
    const typed = typedShortcut(event.nativeEvent, isMac)
    if (typed !== null) save(typed)
  }
  const shown = keys === null ? text.none : shownShortcut(keys, isMac)
  const isFine = state === 'on' || state === 'off'
  return (
    <div className={styles['row']} role="group" aria-label={name}>
      <span className={styles['name']}>
        {name}
        <HintText role="status" data-problem={!isFine || undefined}>
          {pressed === action ? text.works : keys === null ? '' : text.states[state]}
        </HintText>
      </span>
      {keys === null ? <HintText>{shown}</HintText> : <Kbd>{shown}</Kbd>}
      <Button
        aria-label={isListening ? text.press : text.change(name, shown)}
        aria-pressed={isListening}
        onClick={() => setListening(!isListening)}
        onBlur={() => setListening(false)}
        onKeyDown={onKeyDown}
      >
        {isListening ? text.press : text.changeShort}
      </Button>
      <Button
        look="quiet"
        disabled={keys === null}
        aria-label={text.remove(name)}
        onClick={() => save(null)}
      >
        {text.removeShort}
      </Button>
    </div>
  )
}
