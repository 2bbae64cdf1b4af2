// @vitest-environment happy-dom
import { fireEvent, render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { useFocusStays } from '../../../../renderer/window/components/use-focus-stays'

function List({ rows }: { readonly rows: readonly string[] }) {
  const place = useFocusStays<HTMLUListElement>(rows)
  return (
    <ul ref={place}>
      {rows.map((row) => (
        <li key={row}>
          <button type="button">{row}</button>
        </li>
      ))}
    </ul>
  )
}

it('puts the focus on the row in the place of the one that is gone, or on the last', () => {
  const { rerender } = render(<List rows={['a', 'b', 'c']} />)
  screen.getByText('b').focus()
  rerender(<List rows={['a', 'c']} />)
  expect(document.activeElement).toBe(screen.getByText('c'))
  rerender(<List rows={['a']} />)
  expect(document.activeElement).toBe(screen.getByText('a'))
})

it('takes no focus after somebody has pressed elsewhere', () => {
  const { rerender } = render(<List rows={['a', 'b']} />)
  screen.getByText('b').focus()
  fireEvent.pointerDown(document.body)
  screen.getByText('b').blur()
  rerender(<List rows={['a']} />)
  expect(document.activeElement).toBe(document.body)
})
