/**
 * Waits until a pressed pointer is up again. A button is pressed, the field before it is left, an error line appears,
 * everything moves down, and the click lands beside the button: so what moves things waits for the click.
 */
let pressed = false;
let watchers = 0;

function down(): void {
  pressed = true;
}

function up(): void {
  pressed = false;
}

/** Knows of the pointer for as long as somebody watches. Returns the way out. */
export function watchPointer(): () => void {
  watchers += 1;
  if (watchers === 1) {
    window.addEventListener('pointerdown', down, true);
    window.addEventListener('pointerup', up, true);
    window.addEventListener('pointercancel', up, true);
  }
  return () => {
    watchers -= 1;
    if (watchers > 0) return;
    window.removeEventListener('pointerdown', down, true);
    window.removeEventListener('pointerup', up, true);
    window.removeEventListener('pointercancel', up, true);
    pressed = false;
  };
}

/** At once when nothing is pressed, else when the click has been dealt with. */
export function afterPointer(act: () => void): void {
  if (!pressed) act();
  else window.addEventListener('pointerup', () => setTimeout(act, 0), { capture: true, once: true });
}
