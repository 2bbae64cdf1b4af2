import type { PeopleCount } from '../../../common/model'
import { messages } from '../../../common/text/window'
import { Select } from '../components/select'

const text = messages.speakers

const numbers = Array.from({ length: 10 }, (_, index) => index + 1)
const choices: readonly (PeopleCount & { readonly value: string; readonly label: string })[] = [
  { value: 'found', label: text.counts.found, most: null, exact: false },
  ...numbers.slice(1).map((most) => ({
    ...{ value: `exact-${most}`, label: text.counts.exact(most), most },
    exact: true,
  })),
  ...numbers.map((most) => ({
    ...{ value: `most-${most}`, label: text.counts.most(most), most },
    exact: false,
  })),
]

interface PeopleCountSelectProps {
  readonly count: PeopleCount
  readonly className?: string | undefined
  readonly onChange: (count: PeopleCount) => void
}

/** How many people speak: found, exactly so many, or at most so many. */
export function PeopleCountSelect({ count, className, onChange }: PeopleCountSelectProps) {
  // Exactly one person is at most one.
  const isExact = count.exact && count.most !== 1
  const chosen = choices.find(({ most, exact }) => most === count.most && exact === isExact)
  return (
    <Select
      label={text.count}
      className={className}
      value={chosen?.value ?? 'found'}
      options={choices.map(({ value, label }) => ({ value, label }))}
      onChange={(value) => {
        const { most = null, exact = false } = choices.find((one) => one.value === value) ?? {}
        onChange({ most, exact })
      }}
    />
  )
}
