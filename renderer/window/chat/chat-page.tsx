import { messages } from '../../../common/text/window'
import { chatProviders, type ChatProvider } from '../../../common/model'
import { useSelected } from '../../shared/store'
import { Button } from '../components/button'
import { Buttons, Card, Row } from '../components/card'
import { Choices } from '../components/choices'
import { Hint, Page } from '../components/form'
import { useParley } from '../context'
import { ServerCard } from './server-card'

const text = messages.chat
const none = 'none'

/** Which language model summarises meetings, and the templates. */
export function ChatPage() {
  const { chat, settings } = useParley()
  const current = useSelected(settings.current, (all) => all?.chat ?? null)
  return (
    <Page title={text.title} intro={text.intro}>
      {current && (
        <Card>
          <h2>{text.provider}</h2>
          <Choices<ChatProvider | typeof none>
            label={text.provider}
            value={current.provider ?? none}
            onChange={(value) => void chat.save({ provider: value === none ? null : value })}
            choices={[
              { value: none, name: text.none, text: text.noneText },
              ...chatProviders.map((value) => ({ value, ...text.providers[value] })),
            ]}
          />
        </Card>
      )}
      {current?.provider && (
        <ServerCard key={current.provider} provider={current.provider} chat={current} />
      )}
      <TemplatesCard />
    </Page>
  )
}

function TemplatesCard() {
  const { minutes } = useParley()
  return (
    <Card aria-label={text.templates}>
      <Row>
        <h2>{text.templates}</h2>
        <Buttons>
          <Button onClick={() => void minutes.openTemplates()}>{text.templatesFolder}</Button>
        </Buttons>
      </Row>
      <Hint>{text.templatesText}</Hint>
    </Card>
  )
}
