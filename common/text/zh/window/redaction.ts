import type { Translation } from '../../catalogue'
import { createPlural } from '../../plural'

const plural = createPlural('zh')

export const redaction: Translation['window']['redaction'] = {
  tab: '隐去',
  intro: '隐去不应离开这台电脑的内容。在文字记录中选择词语并按 H，或使用这里找到的内容。',
  found: '在此会议中找到',
  nothingFound: '没有找到其他号码、地址或姓名。规则不一定能找到所有内容。',
  hide: '隐去',
  hideThis: (text) => `隐去“${text}”`,
  hideAll: (count) => plural(count, { other: '隐去全部 # 项' }),
  hidden: '已隐去',
  nothingHidden: '没有隐去任何内容。',
  effect:
    '不会出现在导出、剪贴板和提供给模型的内容中。导出的音频在相应位置静音。会议本身保持不变。',
  show: '恢复显示',
  showThis: (text) => `恢复显示“${text}”`,
  showAll: '全部恢复显示',
  everywhere: '所有位置',
  whole: '整个会议中',
  hideWord: (word) => `导出时隐去“${word}”`,
  kinds: {
    card: '卡号',
    iban: '账号',
    phone: '电话',
    number: '号码',
    email: '电子邮件',
    address: '地址',
    name: '姓名',
    hand: '手动选择',
  },
}
