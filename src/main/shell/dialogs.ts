/** Titles and filters of the system's dialogs, by purpose. Data, so that both languages can be read in one place. */
import type { Purpose } from './shell.ts';

export const DIALOG_TITLES: Readonly<Record<Purpose, string>> = {
  backup: '选择备份文件夹 · Folder for backups',
  stick: '选择 U 盘文件夹 · Folder on the stick',
  'station-card': '选择派出所公钥卡 · The station’s card file',
  paper: '保存文件 · Save the paper',
  export: '保存导出的表 · Save the exported table',
  table: '选择要导入的表 · Table to import',
};

/** Tables come from many programs; what a file is, its content says. */
const TABLES = ['xlsx', 'xls', 'et', 'csv', 'txt', 'ods', 'xlsb', 'xlsm', 'html', 'htm', 'xml'];

/** Extension without a dot → the dialog's filter. */
export function fileFilter(extension: string, purpose?: Purpose): { name: string; extensions: string[] } {
  if (purpose === 'table') return { name: '表格 · Tables', extensions: TABLES };
  return { name: `*.${extension}`, extensions: [extension] };
}
