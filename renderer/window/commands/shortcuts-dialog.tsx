import { actionIds, actionOf, type ActionMenu } from '../../../common/model'
import { actionText } from '../../../common/text'
import { messages } from '../../../common/text/window'
import { useStore } from '../../shared/store'
import { Button } from '../components/button'
import { Dialog } from '../components/dialog'
import { Keys } from '../components/kbd'
import { useParley } from '../context'
import styles from './shortcuts-dialog.module.css'

const text = messages.commands

interface Line {
  readonly name: string
  readonly keys: readonly string[]
}
interface Group {
  readonly name: string
  readonly lines: readonly Line[]
}

/** The keys that move within the transcript; they are no actions of the whole window. */
const transcriptLines: readonly Line[] = [
  { name: text.transcript.words, keys: ['←', '→'] },
  { name: text.transcript.turns, keys: ['↑', '↓'] },
  { name: text.transcript.ends, keys: ['Home', 'End'] },
  { name: text.transcript.play, keys: ['Enter'] },
  { name: text.transcript.edit, keys: ['F2'] },
  { name: text.transcript.menu, keys: ['Menu', 'Shift F10'] },
]

function linesOf(menu: ActionMenu): readonly Line[] {
  return actionIds
    .map((id) => ({ id, name: actionText[id], ...actionOf(id) }))
    .filter((action) => action.menu === menu && action.keys.length > 0)
}

/** All keyboard shortcuts, by the menu of their actions. */
export const shortcutGroups: readonly Group[] = [
  { name: text.groups.file, lines: linesOf('file') },
  { name: text.groups.view, lines: linesOf('view') },
  { name: text.groups.recording, lines: linesOf('recording') },
  { name: text.groups.meeting, lines: linesOf('meeting') },
  { name: text.groups.transcript, lines: transcriptLines },
  { name: text.groups.help, lines: linesOf('help') },
]

/** The list of keyboard shortcuts. */
export function ShortcutsDialog() {
  const { commands } = useParley()
  const open = useStore(commands.shortcutsOpen)
  const close = () => commands.shortcutsOpen.set(false)
  return (
    <Dialog open={open} title={messages.meeting.keys.title} onClose={close}>
      {shortcutGroups.map((group) => (
        <section key={group.name} aria-label={group.name}>
          <h3 className={styles['group']}>{group.name}</h3>
          <dl className={styles['lines']}>
            {group.lines.map(({ name, keys }) => (
              <div key={name} className={styles['line']}>
                <dt>{name}</dt>
                <dd>
                  <Keys keys={keys} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <Button className={styles['close']} onClick={close}>
        {messages.shell.close}
      </Button>
    </Dialog>
  )
}
