import { describe, expect, it } from 'vitest'
import { isSigned } from '../../../main/update/release-signature'
import { createSigner } from './server'

/** Made by minisign 0.11: `minisign -S -l -m SHA256SUMS`. */
const sums = 'abc  Parley-1.0.0-linux-x86_64.AppImage\n'
const publicKey = 'RWQ6M3o22VEqP3leCL7b+JuuVZuqux6jpuPKcGq+AhBxpYa/0vxEir8J'
const signature = `untrusted comment: signature from minisign secret key
RWQ6M3o22VEqP0KYydUSbs8zXa3xE/OnfpTe9zOXd1rFXlTZdsXfknmibXpvBjKViVv/spBhjGFwbOZVQyc0//cJuLaFIbRwOwI=
trusted comment: timestamp:1795972072	file:SHA256SUMS
h89c4Wi8RdYj6VH9vAiwvsZhko3j5pShbHUj3rjL4prftnGRTbTykRLKltN0Lt3XoaKSyZtavndQ+OZnp/jMCA==
`

describe('the signature of the checksums', () => {
  it('of minisign itself is accepted', () => {
    expect(isSigned(sums, signature, publicKey)).toBe(true)
    const own = createSigner()
    expect(isSigned(sums, own.sign(sums), own.publicKey)).toBe(true)
  })

  it.each([
    ['another text', { text: `${sums} ` }],
    ['another key', { key: createSigner().publicKey }],
    ['another comment', { given: signature.replace('timestamp', 'Timestamp') }],
    ['no signature', { given: '' }],
    ['an answer that is none', { given: '<html>' }],
    ['no key', { key: '' }],
    ['half a signature', { given: signature.slice(0, 80) }],
  ])('is refused with %s', (_what, change) => {
    const { text, given, key } = { text: sums, given: signature, key: publicKey, ...change }
    expect(isSigned(text, given, key)).toBe(false)
  })
})
