/** A village of groups, each a row of house numbers. */
import type { World } from '#main/seed/world.ts';
import { putElement, type Door, type Element } from './elements.ts';
import type { GridBook } from './grids.ts';
import type { Settlement } from './plan.ts';
import type { Builder } from './town.ts';

/** Houses where the road goes by: a shop may be there. */
const ON_ROAD = 0.12;

export function villageBuilder(
  world: World,
  settlement: Settlement,
  village: Element,
  grids: GridBook,
): Builder {
  const { random } = world;
  let groups = 0;
  return (need) => {
    groups += 1;
    const count = Math.min(Math.max(2, need), random.between(25, 45));
    const own = grids.next(settlement, count);
    const setting = { communityCode: settlement.code, ...own };
    const group = putElement(world, village, 'group', `${groups}组`, setting);
    return Array.from({ length: count }, (_, at): Door => {
      const gate = putElement(world, group, 'gate', `${at + 1}号`, setting, { isDoor: true });
      return { ...gate, ...own, onStreet: random.chance(ON_ROAD) };
    });
  };
}
