import { exportMessages } from '../../../common/text'
import { rootOf, type Corrections } from '../corrections/state'

const sources: Readonly<Record<string, string>> = exportMessages.sources

/** The keys of all speakers who are shown with this name in a meeting with these rows. */
export function keysShownAs(name: string, speakers: Corrections['speakers']): string[] {
  const targets = [...speakers.values()].flatMap(({ sameAs }) => sameAs ?? [])
  const keys = new Set([...Object.keys(sources), ...speakers.keys(), ...targets])
  return [...keys].filter((key) => {
    const root = rootOf(speakers, key)
    return (speakers.get(root)?.name ?? sources[root]) === name
  })
}
