import type { Translation } from '../../catalogue'

export const speakers: Translation['window']['speakers'] = {
  title: '说话人',
  missing: '两个小模型可在这台电脑上区分说话人。尚未下载。',
  get: '在“模型”页面下载',
  on: '区分说话人',
  onText:
    '会议结束后，发言会标为“说话人 A”“说话人 B”等：录制系统音频时针对其中的人，否则针对麦克风前的人。',
  live: '说话时也区分',
  liveText: '声音清楚的发言会立即标上说话人。会议结束后会更正。',
  count: '说话的人数',
  countText: '如果知道人数，Parley 就不必自行判断。',
  counts: {
    found: '自动判断',
    most: (count) => `最多 ${count} 人`,
    exact: (count) => `正好 ${count} 人`,
  },
  again: {
    menu: '重新区分说话人…',
    title: '重新区分此会议的说话人？',
    text: '音频在这台电脑上分析，需要一些时间。文字、姓名和更正都会保留。',
    start: '开始',
    busy: '正在分析声音。可以关闭此窗口继续工作。',
  },
  sounds: (speaker, name) => `${speaker} 的声音像“${name}”。`,
  keep: {
    menu: '保留此声音…',
    title: (name) => `保留“${name}”的声音？`,
    text: '以后在会议中听到此声音时，Parley 会建议这个姓名，但绝不会自行设置。描述声音的数字只保存在这台电脑上，直到您在“设置”的“转写”中删除。请先征得本人同意。',
    action: '保留声音',
  },
  voices: {
    title: '保留的声音',
    text: '描述一个人声音的数字。只保存在这台电脑上，仅用于建议姓名。',
    none: '没有保留的声音。请先在会议中为说话人命名，再从发言的菜单中选择“保留此声音”。',
    since: (date) => `保留于 ${date}`,
    remove: '删除',
    removeOf: (name) => `删除“${name}”的声音`,
    removeTitle: (name) => `删除“${name}”的声音？`,
    removeText: '其数字会被覆盖并删除。会议中已设置的姓名会保留。',
  },
}
