import { Dialog } from '@base-ui/react/dialog'
import clsx from 'clsx'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { actionOf, type ActionId, type RecordingStatus } from '../../../common/model'
import { actionText, runningActionText } from '../../../common/text'
import { messages } from '../../../common/text/window'
import { useSelected, useStore } from '../../shared/store'
import { Keys } from '../components/kbd'
import { useParley } from '../context'
import styles from './palette.module.css'
import { rankItems } from './rank'

const text = messages.commands

type Now = Pick<RecordingStatus, 'state' | 'muted'>

/** What an action does now, in words. */
function actionName(id: ActionId, { state, muted }: Now): string {
  if (id === 'mute' && muted) return runningActionText[id]
  if (id === 'record-or-stop' && state !== 'idle') return runningActionText[id]
  if (id === 'pause-or-resume' && state === 'paused') return runningActionText[id]
  return actionText[id]
}

/** The command palette: every action that can run now, with its key. */
export function CommandPalette() {
  const { commands } = useParley()
  const open = useStore(commands.paletteOpen)
  return (
    <Dialog.Root
      open={open}
      onOpenChange={(next) => commands.paletteOpen.set(next)}
      onOpenChangeComplete={(next) => {
        // The dialog gives the focus back first.
        if (!next) requestAnimationFrame(commands.paletteClosed)
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className={styles['backdrop']} />
        <Dialog.Popup className={styles['popup']} aria-label={text.title}>
          <Palette />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function Palette() {
  const { commands, recording } = useParley()
  const recent = useStore(commands.recent)
  const state = useSelected(recording.status, (status) => status.state)
  const muted = useSelected(recording.status, (status) => status.muted)
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const listId = useId()
  const items = commands
    .available()
    .filter((id) => id !== 'command-palette')
    .map((id) => ({ id, name: actionName(id, { state, muted }) }))
  const found = rankItems(items, typed, recent)
  const current = found[Math.min(active, found.length - 1)]
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [current?.id])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const at = Math.min(active, found.length - 1)
    const to = {
      ArrowDown: (at + 1) % Math.max(1, found.length),
      ArrowUp: (at - 1 + found.length) % Math.max(1, found.length),
      Home: event.ctrlKey ? 0 : undefined,
      End: event.ctrlKey ? found.length - 1 : undefined,
    }[event.key]
    if (to !== undefined) setActive(to)
    else if (event.key === 'Enter') {
      if (current) commands.chooseInPalette(current.id)
    } else return
    event.preventDefault()
  }
  return (
    <>
      <input
        className={styles['field']}
        type="text"
        role="combobox"
        aria-label={text.field}
        aria-expanded
        aria-autocomplete="list"
        aria-controls={listId}
        aria-activedescendant={current && `${listId}-${current.id}`}
        placeholder={text.field}
        spellCheck={false}
        autoComplete="off"
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
      />
      <p className="visually-hidden" role="status">
        {text.count(found.length)}
      </p>
      {found.length === 0 && <p className={styles['none']}>{text.none}</p>}
      <div ref={list} className={styles['list']} id={listId} role="listbox" aria-label={text.title}>
        {found.map(({ id, name }) => (
          <ActionRow
            key={id}
            elementId={`${listId}-${id}`}
            id={id}
            name={name}
            active={id === current?.id}
          />
        ))}
      </div>
    </>
  )
}

interface ActionRowProps {
  readonly elementId: string
  readonly id: ActionId
  readonly name: string
  readonly active: boolean
}

function ActionRow({ elementId, id, name, active }: ActionRowProps) {
  const { commands } = useParley()
  const { keys } = actionOf(id)
  return (
    // The keyboard works in the field above, which controls this list.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={elementId}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      className={clsx(styles['row'], active && styles['active'])}
      // The field keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => commands.chooseInPalette(id)}
    >
      <span>{name}</span>
      <Keys keys={keys} />
    </div>
  )
}
