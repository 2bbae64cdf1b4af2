import { messages } from '../../../common/text/window'
import { Hint, Page } from '../components/form'
import { useParley } from '../context'
import { useStore } from '../../shared/store'
import { AddKey } from './add-key'
import { KeyCard } from './key-card'
import { TryToken } from './try-token'

/** The keys and whether they work, a form for a new one, and Try a token. */
export function KeysPage() {
  const parley = useParley()
  const list = useStore(parley.keys.list)
  if (list === null) return null
  const text = messages.keys
  return (
    <Page title={text.title} intro={text.intro(list.keychain.name)}>
      {list.keys.map((key) => (
        <KeyCard key={key.id} info={key} />
      ))}
      <Hint>{list.keys.length === 0 ? text.none : text.testHint}</Hint>
      <AddKey suggestName={list.keys.length === 0} />
      <TryToken hasKey={list.keys.some((key) => key.inUse)} />
    </Page>
  )
}
