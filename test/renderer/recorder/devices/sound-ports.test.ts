import { expect, it } from 'vitest'
import { createSoundPorts } from '../../../../renderer/recorder/devices/sound-ports'

it('gives each port once, whichever comes first, and none that does not come', async () => {
  let late: () => void = () => undefined
  const ports = createSoundPorts((_ms, run) => (late = run))
  const { port1, port2 } = new MessageChannel()
  ports.arrived(1, port1)
  expect(await ports.take(1)).toBe(port1)
  const taking = ports.take(2)
  ports.arrived(2, port2)
  expect(await taking).toBe(port2)
  const never = ports.take(1)
  late()
  expect(await never).toBeNull()
  port1.close()
})
