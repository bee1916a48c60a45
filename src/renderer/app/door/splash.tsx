import { Lamp } from '#renderer/ui/basic/lamp.tsx';
import styles from '#renderer/app/app.module.css';

/** Stands while the office starts: only the lamp, still grey. */
export function Splash() {
  return (
    <main className={styles.night} data-ground="night">
      <Lamp state="grey" size={36} />
    </main>
  );
}
