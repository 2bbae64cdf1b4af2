import type { Translation } from '../../catalogue'

export const captions: Translation['window']['captions'] = {
  title: 'التسميات التوضيحية',
  words: 'التسميات التوضيحية المباشرة',
  idle: 'لا يُسجَّل شيء.',
  starting: 'جارٍ البدء',
  controls: 'عناصر التحكم في التسميات التوضيحية',
  keys: 'تُحرَّك التسميات التوضيحية بمفاتيح الأسهم. ويتغير العرض مع الضغط المستمر على Shift. وتُغلق بالضغط على Escape.',
  textSize: 'حجم النص',
  sizes: { small: 'نص صغير', medium: 'نص متوسط', large: 'نص كبير' },
  letter: 'أ',
  clear: 'خلفية شفافة',
  clickThrough: 'تمرير النقرات',
  clickThroughText: 'تذهب النقرات إلى النافذة التي تحت التسميات التوضيحية.',
  clicksGoThrough:
    'تمر النقرات الآن عبرها. لإيقاف ذلك، تُستخدم القائمة بجانب «التسميات التوضيحية» في Parley، أو علبة النظام.',
  goThere: 'الانتقال إلى التسميات التوضيحية',
  close: 'إغلاق',
}
