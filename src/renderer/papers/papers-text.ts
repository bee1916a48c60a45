/** Words of making a paper, whichever it is: the two ways out and what came of them. */
import type { Words } from '#renderer/ui/words.ts';

export const zh = {
  view: '预览',
  pages: '共 {{pages}} 页',
  savePdf: '存为 PDF',
  print: '打印',
  working: '正在生成',
  hint: '打印机对话框请选“实际大小”，不要选“适合页面”。',
  saved: '已存为 {{file}}，共 {{pages}} 页。',
  printed: '已送往打印机，共 {{pages}} 页。',
} as const;

export const en: Words<typeof zh> = {
  view: 'Preview',
  pages: 'Pages: {{pages}}',
  savePdf: 'Save as PDF',
  print: 'Print',
  working: 'Making it',
  hint: 'In the printer\'s dialog choose "actual size", not "fit to page".',
  saved: 'Saved as {{file}}, {{pages}} pages.',
  printed: 'Sent to the printer, {{pages}} pages.',
};

declare module 'i18next' {
  interface ResourceNamespaceMap {
    papers: typeof zh;
  }
}
