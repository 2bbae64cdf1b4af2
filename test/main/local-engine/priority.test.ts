import { constants } from 'node:os'
import { expect, it } from 'vitest'
import { yieldToCapture } from '../../../main/local-engine/priority'

it('asks for less than the usual priority, and for the least where only voices are told apart', () => {
  const asked: number[] = []
  const set = (priority: number) => void asked.push(priority)
  expect(yieldToCapture('behind', set)).toBeNull()
  expect(yieldToCapture('last', set)).toBeNull()
  const { PRIORITY_BELOW_NORMAL, PRIORITY_LOW } = constants.priority
  expect(asked).toEqual([PRIORITY_BELOW_NORMAL, PRIORITY_LOW])
})

it('says why the system refuses, and goes on', () => {
  const refuse = () => {
    throw new Error('EACCES')
  }
  expect(yieldToCapture('behind', refuse)).toContain('EACCES')
})
