/** Titles and filters of the system's dialogs, by purpose. Data, so that both languages can be read in one place. */
import type { Purpose } from './shell.ts';

export const DIALOG_TITLES: Readonly<Record<Purpose, string>> = {
  backup: '选择备份文件夹 · Folder for backups',
  stick: '选择 U 盘文件夹 · Folder on the stick',
  'station-card': '选择派出所公钥卡 · The station’s card file',
  paper: '保存文件 · Save the paper',
  export: '保存导出的表 · Save the exported table',
};

/** Extension without a dot → the dialog's filter. */
export function fileFilter(extension: string): { name: string; extensions: string[] } {
  return { name: `*.${extension}`, extensions: [extension] };
}
