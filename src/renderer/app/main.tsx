/** The counter's entry: hangs the pipe up and draws whatever the office says is to be seen. */
import './styles.ts';
import { createRoot } from 'react-dom/client';
import { openPipe } from '#renderer/client/pipe.ts';
import { Counter } from './door/counter.tsx';
import { startLanguage } from './language.ts';

await startLanguage();
const place = document.getElementById('counter');
if (place === null) throw new Error('the page has no place for the counter');
createRoot(place).render(<Counter pipe={window.hatch === undefined ? null : openPipe(window.hatch)} />);
