import { messages } from '../../../preload/messages'
import { Button } from '../components/button'
import { Buttons, Card } from '../components/card'
import { useParley } from '../context'
import { useSelected, useStore } from '../stores/store'
import { Problem } from './problem'
import styles from './settings.module.css'

const text = messages.settings.storage

/** The folder into which each finished meeting is written as Markdown. */
export function MarkdownCard() {
  const { stores, actions } = useParley()
  const folder = useSelected(stores.settings, (settings) => settings?.markdownFolder ?? null)
  const state = useStore(stores.markdown)
  return (
    <Card>
      <h2>{text.markdown}</h2>
      <p className={styles['sub']}>{text.markdownText}</p>
      {folder !== null && <p className={styles['path']}>{folder}</p>}
      {state.error && <Problem error={state.error} />}
      <Buttons>
        <Button onClick={() => void actions.chooseMarkdownFolder()}>
          {folder === null ? text.choose : text.chooseAnother}
        </Button>
        {folder !== null && (
          <Button onClick={() => void actions.stopMarkdown()}>{text.stopWriting}</Button>
        )}
      </Buttons>
    </Card>
  )
}
