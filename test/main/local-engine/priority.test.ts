import { constants } from 'node:os'
import { expect, it } from 'vitest'
import { yieldToCapture } from '../../../main/local-engine/priority'

it('asks for less than the usual priority', () => {
  const asked: number[] = []
  expect(yieldToCapture((priority) => void asked.push(priority))).toBeNull()
  expect(asked).toEqual([constants.priority.PRIORITY_BELOW_NORMAL])
})

it('says why the system refuses, and goes on', () => {
  const refuse = () => {
    throw new Error('EACCES')
  }
  expect(yieldToCapture(refuse)).toContain('EACCES')
})
