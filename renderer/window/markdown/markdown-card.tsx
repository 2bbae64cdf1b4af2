import { messages } from '../../../common/text/window'
import { Button } from '../components/button'
import { Buttons, Card } from '../components/card'
import { Hint, Path } from '../components/form'
import { Problem } from '../components/problem'
import { useParley } from '../context'
import { useSelected, useStore } from '../../shared/store'

const text = messages.settings.storage

/** The folder where Parley writes each finished meeting as Markdown. */
export function MarkdownCard() {
  const parley = useParley()
  const folder = useSelected(
    parley.settings.current,
    (settings) => settings?.markdownFolder ?? null,
  )
  const state = useStore(parley.markdown.state)
  return (
    <Card>
      <h2>{text.markdown}</h2>
      <Hint>{text.markdownText}</Hint>
      {folder !== null && <Path>{folder}</Path>}
      {state.error && <Problem error={state.error} />}
      <Buttons>
        <Button onClick={() => void parley.markdown.chooseFolder()}>
          {folder === null ? text.choose : text.chooseAnother}
        </Button>
        {folder !== null && (
          <Button onClick={() => void parley.markdown.stop()}>{text.stopWriting}</Button>
        )}
      </Buttons>
    </Card>
  )
}
