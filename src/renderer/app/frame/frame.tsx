/** Around every screen of an open office: header, rail, status bar, the palette, the help sheet and the layers. */
import { RouterContextProvider, RouterProvider } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDensityChoice } from '#renderer/client/appearance.ts';
import { useMe, useOffice } from '#renderer/client/office.ts';
import { useDeed } from '#renderer/client/deeds.ts';
import { useOfficeWatch } from '#renderer/client/watch.ts';
import { CommandBoardContext, DeskContext, type Desk } from '#renderer/ui/keys/command.ts';
import { PickBoardContext, usePickBoard } from '#renderer/ui/keys/pick.ts';
import { DensityContext } from '#renderer/ui/table/table-column.ts';
import { useCommandBoard } from '#renderer/app/commands/command-board.ts';
import { useCommandKeys } from '#renderer/app/commands/key-board.ts';
import { HelpSheet } from '#renderer/app/commands/help-sheet.tsx';
import { Palette } from '#renderer/app/commands/palette.tsx';
import { COMMANDS } from '#renderer/app/commands/registry.ts';
import { LAYERS } from '#renderer/app/layers.ts';
import { firstRoomOf, roomAt } from '#renderer/app/rooms.ts';
import { makeRouter } from '#renderer/app/routes.tsx';
import { Splash } from '#renderer/app/door/splash.tsx';
import { Header } from './header.tsx';
import { PublicCover } from './public-cover.tsx';
import { Rail } from './rail.tsx';
import { StatusBar } from './status-bar.tsx';
import { useDeskCommands } from './use-desk-commands.ts';
import { useIdleTouch } from './use-idle-touch.ts';
import { useLook } from './use-look.ts';
import { useNarrow } from './use-narrow.ts';
import styles from './frame.module.css';

export interface FrameProps {
  /** The screen to begin with; null: the person's first room. */
  readonly start: string | null;
}

type Sheet = 'palette' | 'help' | null;

interface OpenLayer {
  readonly name: string;
  readonly begin: string;
}

export function Frame({ start }: FrameProps) {
  const { client, drafts } = useOffice();
  const { t } = useTranslation('app');
  const me = useMe();
  const deed = useDeed();
  const [router] = useState(() => makeRouter(start ?? firstRoomOf(me.role)));
  const [sheet, setSheet] = useState<Sheet>(null);
  const [layer, setLayer] = useState<OpenLayer | null>(null);
  const [isPublic, setPublic] = useState(false);
  const [screenCommands, board] = useCommandBoard();
  const [offer, picks] = usePickBoard();
  const [narrow, toggleRail] = useNarrow();
  const [density] = useDensityChoice();
  const leaving = useOfficeWatch();
  useIdleTouch();
  useLook();

  const desk = useMemo<Desk>(
    () => ({
      go: (path) => {
        setLayer(null);
        router.history.push(path);
      },
      open: (name, begin = '') => {
        if (!isPublic) setLayer({ name, begin });
      },
      find: () => setSheet('palette'),
      lock: () =>
        void deed(async () => {
          await drafts.flush();
          await client.session.lock({ reason: 'asked' });
        }),
    }),
    [router, isPublic, deed, drafts, client],
  );
  const officeCommands = useDeskCommands({
    help: () => setSheet('help'),
    palette: () => setSheet('palette'),
    rail: toggleRail,
    back: () => router.history.back(),
    forward: () => router.history.forward(),
    public: () => {
      setLayer(null);
      setSheet(null);
      setPublic((now) => !now);
    },
  });
  const everywhere = useMemo(() => [...officeCommands, ...COMMANDS], [officeCommands]);
  const offered = useMemo(() => [...screenCommands, ...everywhere], [screenCommands, everywhere]);
  useCommandKeys(offered, me.role, desk, offer?.inLayer === true);
  const room = roomAt(router.history.location.pathname);

  // The files may take a while to close; the ledger is gone from the screen before.
  if (leaving) return <Splash />;
  return (
    <DensityContext value={density}>
      <CommandBoardContext value={board}>
        <DeskContext value={desk}>
          <PickBoardContext value={picks}>
            <div className={styles.frame} data-narrow={narrow}>
              <Header onSearch={() => setSheet('palette')} />
              <RouterContextProvider router={router}>
                <Rail narrow={narrow} isPublic={isPublic} onToggle={toggleRail} />
                <main className={styles.screen} inert={isPublic} data-hidden={isPublic}>
                  <RouterProvider router={router} />
                </main>
                {Object.entries(LAYERS).map(([name, Layer]) => (
                  <Layer
                    key={name}
                    opened={layer?.name === name}
                    begin={layer?.name === name ? layer.begin : ''}
                    onClose={() => setLayer(null)}
                  />
                ))}
              </RouterContextProvider>
              {isPublic && <PublicCover />}
              <StatusBar />
            </div>
            <Palette
              opened={sheet === 'palette'}
              commands={offered}
              role={me.role}
              desk={desk}
              offer={offer}
              onClose={() => setSheet(null)}
            />
            <HelpSheet
              opened={sheet === 'help'}
              screen={room === null ? t('product') : t(room.word)}
              role={me.role}
              screenCommands={screenCommands}
              officeCommands={everywhere}
              onClose={() => setSheet(null)}
            />
          </PickBoardContext>
        </DeskContext>
      </CommandBoardContext>
    </DensityContext>
  );
}
