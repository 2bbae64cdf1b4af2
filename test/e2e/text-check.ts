import type { Page } from '@playwright/test'
import { budgetAnswer } from './language-model'
import { tourMeetings } from './tour'

/** Names, notations, and what Intl writes in the English under the pseudo-language. */
const sameEverywhere = [
  'AssemblyAI 3.7, for several speakers|Universal-[^·⟦]*|Moonshine (?:base|tiny)|Whisper [\\w-]+',
  'Parakeet \\w+|SenseVoice small|Nemotron streaming|Kroko \\w+|Speakers\\b|MIT and CC-BY-4.0',
  'MIT|CC-BY\\S*|FunASR|OpenMDW\\S*|Apache\\S*|NVIDIA|OpenAI|Alibaba|Banafo|pyannote',
  'Parley|Work|AssemblyAI|Electron|Chromium|Linux|Ollama|LM Studio|llama.cpp|small-model|Zoom',
  'Dana|Miguel|\\bMe\\b|Quarterly budget review|Travel policy|finance|Ctrl|Shift|Alt|Space',
  'Fake Default Audio Input|proxy.example',
  '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)(?:day)?|Wed|Tue|Thu|Sat|[0-9]+ \\w+ ago',
  'January|February|March|April|May|June|July|August|September|October|November|December',
  'Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|English|French|German|Spanish',
  'Deutsch|Français|Español|Português|[0-9.,]+ ?[kMG]?B\\b|parley --[a-z-]+',
  '\\S+://\\S+|\\S*[/@\\\\]\\S*|\\.[a-z]{2,4}\\b|\\b[0-9a-f]{8,}\\b',
].join('|')

/** What was said and written in the meetings of the tour. */
const written = [
  ...tourMeetings.flatMap(({ said }) => said.map(([, text]) => text)),
  ...budgetAnswer.split(/[\n|[]/).map((part) => part.replace(/^[-#]* /, '').trim()),
  ...['travel', 'zebra', 'Nothing was said.', 'Me:'],
].filter((text) => text.length > 2)

/**
 * What the page shows or names in English. The pseudo-language has no word of plain letters. What
 * people wrote or said has `dir="auto"` or is in a `bdi`; keys and code are the same everywhere.
 */
export function untranslated(page: Page): Promise<string[]> {
  return page.evaluate(
    ([names, texts]) => {
      const people = '[dir="auto"], bdi, kbd, code, pre, textarea, [lang]:not(html), [aria-hidden]'
      const outside = new Set<string>()
      const known = new RegExp(names, 'g')
      const collect = (text: string, where: Element) => {
        const rest = texts.reduce((left, one) => left.replaceAll(one, ' '), text)
        if (!/[A-Za-z]{2}/.test(rest.replaceAll(known, ' '))) return
        outside.add(`${where.tagName.toLowerCase()}.${where.className}: ${text.trim()}`)
      }
      for (const element of document.querySelectorAll('body, body *')) {
        if (!element.checkVisibility() || element.closest(people)) continue
        if (element instanceof HTMLScriptElement || element instanceof HTMLStyleElement) continue
        const own = [...element.childNodes].filter((node) => node instanceof Text)
        collect(own.map((node) => node.textContent).join(''), element)
        for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description']) {
          collect(element.getAttribute(name) ?? '', element)
        }
        for (const name of ['aria-valuetext', 'aria-roledescription']) {
          collect(element.getAttribute(name) ?? '', element)
        }
      }
      collect(document.title, document.documentElement)
      return [...outside]
    },
    [sameEverywhere, written] as const,
  )
}

/**
 * Text that is cut off, or outside of the box that it belongs to. An ellipsis is meant to be there, and
 * what can be scrolled is not cut off.
 */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const slack = 1.5
    const found = new Set<string>()
    const nameOf = (element: Element) => `${element.tagName.toLowerCase()}.${element.className}`
    const isHiddenOnPurpose = (element: Element) => {
      for (let at: Element | null = element; at; at = at.parentElement) {
        const { clipPath, opacity } = getComputedStyle(at)
        if (opacity === '0' || clipPath !== 'none') return true
        if (at.getAttribute('aria-hidden') === 'true') return true
      }
      return false
    }
    /** The closest box with a border or a ground, in which its text should be. */
    const boxOf = (element: Element) => {
      for (let at: Element | null = element; at; at = at.parentElement) {
        const { borderInlineStartWidth, backgroundColor } = getComputedStyle(at)
        const isBox = borderInlineStartWidth !== '0px' || backgroundColor !== 'rgba(0, 0, 0, 0)'
        if (isBox && getComputedStyle(at).display !== 'inline') return at
      }
      return document.documentElement
    }
    const check = (element: Element, box: DOMRect, text: string) => {
      const report = (why: string) => found.add(`${why}: ${nameOf(element)} ${text.slice(0, 60)}`)
      const around = boxOf(element)
      const outer = around.getBoundingClientRect()
      let free = { x: false, y: false }
      for (let at: Element | null = element; at; at = at.parentElement) {
        const style = getComputedStyle(at)
        if (style.position === 'fixed') break
        if (style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none') return
        const edge = at.getBoundingClientRect()
        const canScroll = (overflow: string) => overflow === 'auto' || overflow === 'scroll'
        free = {
          x: free.x || canScroll(style.overflowX),
          y: free.y || canScroll(style.overflowY),
        }
        const clips = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
        const wide = box.left < edge.left - slack || box.right > edge.right + slack
        const high = box.top < edge.top - slack || box.bottom > edge.bottom + slack
        if (!free.x && clips(style.overflowX) && wide) report(`cut off by ${nameOf(at)}`)
        if (!free.y && clips(style.overflowY) && high) report(`cut off by ${nameOf(at)}, in height`)
        if (at === around && !free.x && wide) report(`outside of ${nameOf(at)}`)
      }
      if (!free.x && (box.left < -slack || box.right > innerWidth + slack)) report('off the window')
      if (outer.width < 1) report('in no box')
    }
    for (const element of document.querySelectorAll('body *')) {
      if (!element.checkVisibility({ visibilityProperty: true })) continue
      const own = [...element.childNodes].filter(
        (node) => node instanceof Text && node.textContent?.trim() !== '',
      )
      if (own.length === 0 || isHiddenOnPurpose(element)) continue
      if (element.closest('svg, option, textarea, [aria-hidden="true"]')) continue
      for (const node of own) {
        const range = document.createRange()
        range.selectNodeContents(node)
        check(element, range.getBoundingClientRect(), node.textContent ?? '')
      }
    }
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth > clientWidth + 1) found.add(`the page is ${scrollWidth} wide`)
    for (const field of document.querySelectorAll('input, textarea')) {
      if (!(field instanceof HTMLInputElement) || field.type !== 'text') continue
      if (field.value !== '' || field.placeholder === '') continue
      const { textOverflow } = getComputedStyle(field)
      if (textOverflow !== 'ellipsis' && field.scrollWidth > field.clientWidth + 1) {
        found.add(`a placeholder is cut off: ${field.placeholder}`)
      }
    }
    return [...found]
  })
}
