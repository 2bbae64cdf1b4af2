import { expect, it } from 'vitest'
import { dragOfKey } from '../../../renderer/captions/drag'

it('arrow keys move the captions, and with Shift their right edge', () => {
  const drag = (key: string, shiftKey = false) => dragOfKey({ key, shiftKey })
  expect(drag('ArrowLeft')).toEqual({ edge: 'all', byX: -24, byY: 0 })
  expect(drag('ArrowDown')).toEqual({ edge: 'all', byX: 0, byY: 24 })
  expect(drag('ArrowRight', true)).toEqual({ edge: 'right', byX: 24, byY: 0 })
  expect(drag('ArrowUp', true)).toBeNull()
  expect(drag('Enter')).toBeNull()
})
