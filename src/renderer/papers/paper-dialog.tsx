/** A paper over the record it is made from: what is ordered on the left, the page itself on the right. */
import { Dialog, type DialogProps } from '#renderer/ui/layers/dialog.tsx';
import styles from './paper-dialog.module.css';

/** Pixels: order and page side by side. */
const WIDTH = 1120;

export function PaperDialog({ children, ...dialog }: Omit<DialogProps, 'width'>) {
  return (
    <Dialog {...dialog} width={WIDTH}>
      <div className={styles.columns}>{children}</div>
    </Dialog>
  );
}
