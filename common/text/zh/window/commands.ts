import type { Translation } from '../../catalogue'
import { createPlural } from '../../plural'

const plural = createPlural('zh')

export const commands: Translation['window']['commands'] = {
  title: '命令面板',
  field: '输入命令',
  none: '没有匹配的命令',
  count: (count) => plural(count, { other: '# 个命令' }),
  groups: {
    file: '通用',
    view: '视图',
    recording: '录音期间',
    meeting: '会议中',
    transcript: '文字记录中',
    help: '帮助',
  },
  transcript: {
    words: '下一个或上一个词',
    turns: '下一段或上一段发言',
    ends: '一段发言的第一个或最后一个词',
    play: '从当前的词开始播放',
    edit: '编辑一段发言的文字',
    menu: '此段发言的操作',
  },
}
