import { messages } from '../../../common/text/window'
import { Page } from '../components/form'
import { MarkdownCard } from '../markdown/markdown-card'
import { CopiesCard } from './copies-card'
import { SoundCard } from './sound-card'
import { SpaceCard } from './space-card'

/** How much space meetings take, what happens to their audio, and the Markdown folder. */
export function StoragePage() {
  return (
    <Page title={messages.settings.storage.title}>
      <SpaceCard />
      <SoundCard />
      <MarkdownCard />
      <CopiesCard />
    </Page>
  )
}
