import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fail, ok, type Result } from '../../../common/errors'
import type { ProxyQuestion } from '../../../common/model'
import { createProxySignIn, type ProxySignIn } from '../../../main/proxy/sign-in'

const info = { isProxy: true, host: 'proxy.company', port: 3128 }
const right = { user: 'anna', password: 'the right one' }

describe('signing in at a proxy', () => {
  let questions: (ProxyQuestion | null)[]
  let stored: Map<string, string>
  let write: (account: string, secret: string) => Promise<Result<undefined>>
  let signIn: ProxySignIn

  const create = () =>
    createProxySignIn({
      keychain: {
        read: (account) => Promise.resolve(ok(stored.get(account) ?? null)),
        write: (account, secret) => write(account, secret),
      },
      onQuestion: (question) => questions.push(question),
    })

  beforeEach(() => {
    questions = []
    stored = new Map()
    write = (account, secret) => {
      stored.set(account, secret)
      return Promise.resolve(ok(undefined))
    }
    signIn = create()
  })

  /** What one request gets, of which the proxy asks until it has the right password or nothing. */
  async function request(from: ProxySignIn, what = info): Promise<(string | undefined)[]> {
    const handle = from.handler()
    const given: (string | undefined)[] = []
    for (let time = 0; time < 5; time += 1) {
      const password = await new Promise<string | undefined>((resolve) =>
        handle(what, (_user, secret) => resolve(secret)),
      )
      given.push(password)
      if (password === undefined || password === right.password) break
    }
    return given
  }
  const works = async () => (await request(signIn)).at(-1) === right.password

  it('asks the person once, and the keychain after that', async () => {
    expect(await request(signIn)).toEqual([undefined])
    expect(await request(signIn)).toEqual([undefined])
    expect(questions).toEqual([{ proxy: 'proxy.company:3128', refused: false }])
    expect(await signIn.signIn(right, works)).toEqual(ok({ notStored: null }))
    expect(questions.at(-1)).toBeNull()
    expect(await request(create())).toEqual([right.password])
  })

  it('answers each request once, and stores nothing that is wrong', async () => {
    await request(signIn)
    const wrong = { ...right, password: 'wrong' }
    expect(await signIn.signIn(wrong, works)).toMatchObject({ error: { code: 'proxy-rejected' } })
    expect(questions.at(-1)).toEqual({ proxy: 'proxy.company:3128', refused: true })
    expect(stored.size).toBe(0)
    expect(await request(signIn)).toEqual([undefined])
  })

  it('gives a stored password that has become wrong once only, and asks again', async () => {
    stored.set('proxy proxy.company:3128', JSON.stringify({ ...right, password: 'an old one' }))
    expect(await request(signIn)).toEqual(['an old one', undefined])
    expect(await request(signIn)).toEqual([undefined])
    expect(questions).toEqual([{ proxy: 'proxy.company:3128', refused: true }])
  })

  it('gives nothing to a server, nor to another proxy', async () => {
    await request(signIn)
    await signIn.signIn(right, works)
    expect(await request(signIn, { ...info, isProxy: false })).toEqual([undefined])
    expect(await request(signIn, { ...info, port: 8080 })).toEqual([undefined])
  })

  it('stays signed in, and says so, if the keychain does not take the password', async () => {
    write = () => Promise.resolve(fail('keychain-locked'))
    await request(signIn)
    const result = await signIn.signIn(right, works)
    expect(result).toMatchObject({ ok: true, value: { notStored: { code: 'proxy-not-stored' } } })
    expect(await request(signIn)).toEqual([right.password])
  })

  it('takes no password for which nobody asked', async () => {
    const tried = vi.fn(works)
    const result = await signIn.signIn(right, tried)
    expect(result).toMatchObject({ error: { code: 'proxy-not-asking' } })
    expect(tried).not.toHaveBeenCalled()
  })
})
